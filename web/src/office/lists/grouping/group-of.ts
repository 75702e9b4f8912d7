// By what the reports of a list stand together, as the API has it.
import type { groupings } from '../../../../../contract/lists/queries.ts';
import type { Item } from '../../../api/types.ts';

export type Grouping = (typeof groupings)[number];
export type Groupable = Pick<
  Item,
  'category' | 'place' | 'agencyId' | 'holder' | 'assignee' | 'deadline' | 'step'
>;

/** What the inbox may be grouped by, in the order of the choice; an agency has reports of one agency. */
export const inboxGroupings = ['category', 'place', 'office', 'assignee', 'day', 'step'] as const;
/** Lists of what others hold. */
export const holderGroupings = ['office', 'step', 'day', 'category', 'place'] as const;

/** The group of a report; null: it has none. `office`: which one is meant in that list. */
export function groupOf(row: Groupable, by: Grouping, office: 'agency' | 'holder'): string | null {
  switch (by) {
    case 'category':
      return row.category;
    case 'place':
      return row.place;
    case 'assignee':
      return row.assignee;
    case 'step':
      return String(row.step);
    case 'day':
      // The API gives instants in the zone of my office.
      return row.deadline?.slice(0, 10) ?? null;
    default:
      return office === 'agency' ? row.agencyId : (row.holder.id ?? null);
  }
}

/** Below 0 when group `a` comes before group `b`; what has none comes last. */
function compareGroups(a: string | null, b: string | null, by: Grouping): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (by === 'step') return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
}

/** The one that an address asks for, of those that there are. */
export function groupingIn(
  { group }: { group?: string | undefined },
  groupings: readonly Grouping[],
): Grouping | undefined {
  return groupings.find((one) => one === group);
}

/** For the order of rows; undefined: without groups. */
export function byGroup(by: Grouping | undefined, office: 'agency' | 'holder') {
  return (
    by && ((a: Groupable, b: Groupable) => compareGroups(groupOf(a, by, office), groupOf(b, by, office), by))
  );
}
