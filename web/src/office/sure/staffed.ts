// An office where nobody sits is not chosen silently: it is marked among the others, and asked about once more.
import type { Office } from '../../api/types.ts';
import type { OfficeTexts } from '../../texts/office.ts';

/** As it is offered. */
export function seenStaffed(office: Office, { unstaffed }: OfficeTexts['deciding']): Office {
  return office.officers === 0 ? { ...office, name: unstaffed(office.name) } : office;
}

/** Whether the one that is chosen has no officers. */
export function isUnstaffed(offices: readonly Office[], chosen: string): boolean {
  return offices.some(({ id, officers }) => id === chosen && officers === 0);
}
