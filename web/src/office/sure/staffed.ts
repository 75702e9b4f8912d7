// An office where nobody sits is not chosen silently: it is asked about once more.
import type { Office } from '../../api/types.ts';

/** Whether the one that is chosen has no officers. */
export function isUnstaffed(offices: readonly Office[] | undefined, chosen: string): boolean {
  return offices?.some(({ id, officers }) => id === chosen && officers === 0) ?? false;
}
