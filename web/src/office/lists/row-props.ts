// What a row of an officer's list is given.
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { Item } from '../../api/types.ts';
import type { Likely } from './likely/use-likely.ts';

export interface RowProps<T extends Item> {
  item: T;
  href: string;
  inHand: string | null;
  selected: boolean;
  /** It is open beside the list. */
  current: boolean;
  /** It has left the list, and stays where it is until the pointer has gone. */
  gone: boolean;
  /** The report that it may be a duplicate of. */
  likely: Likely | undefined;
  /** A report is open beside the list: it is decided there. */
  beside: boolean;
  /** These stay the same functions. */
  onToggle: (number: string) => void;
  onDecide: (number: string, action: OfficeAction) => void;
}
