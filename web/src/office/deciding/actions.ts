// An icon for each decision, and which of them comes first.
import {
  IconArrowBackUp,
  IconArrowBackUpDouble,
  IconBan,
  IconCalendarPlus,
  IconCheck,
  IconChecks,
  IconListDetails,
  IconMessageQuestion,
  IconMessage2,
  IconMessageCheck,
  IconPencil,
  IconPhoneCheck,
  IconSitemap,
} from '@tabler/icons-react';
import { rulesOf } from '../../../../sop/procedure.ts';
import type { OfficeAction, Step } from '../../../../sop/terms.ts';
import type { Item } from '../../api/types.ts';

/** In the order in which they are offered: what carries the report on comes before what sends it back or ends it. */
export const actionIcons: Record<OfficeAction, typeof IconCheck> = {
  receive: IconCheck,
  accept: IconChecks,
  answer: IconMessageCheck,
  dispose: IconSitemap,
  respond: IconMessage2,
  'request-completion': IconListDetails,
  told: IconPhoneCheck,
  ask: IconMessageQuestion,
  extend: IconCalendarPlus,
  correct: IconPencil,
  return: IconArrowBackUp,
  recall: IconArrowBackUpDouble,
  reject: IconBan,
};
const order = Object.keys(actionIcons) as OfficeAction[];

/** Whether it is our turn: what we disposed may only be taken back (reading 18). */
export function isOurTurn(options: readonly OfficeAction[]): boolean {
  return options.some((option) => option !== 'recall');
}

/** Whether it may be taken for many at once: what is wrong about one report is seldom so of another (reading 19). */
export function isOpenForMany(
  action: OfficeAction,
  { options, step }: Pick<Item, 'options' | 'step'>,
): boolean {
  const asksForOne = rulesOf(action, step as Step).some(({ changes }) => changes === 'required');
  return options.includes(action) && !asksForOne;
}

/** The open decisions, the one that is usually taken first. */
export function mainFirst(options: readonly OfficeAction[]): OfficeAction[] {
  return order.filter((action) => options.includes(action));
}
