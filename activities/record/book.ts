// What the record reckons with: the offices concerned and those above them, the calendar, the policy in force.
import type { Calendars } from '../../sop/time/calendar.ts';
import type { Office } from '../../sop/offices.ts';
import type { Policy } from '../../sop/policy/policy.ts';

export interface Book {
  offices: Map<string, Office>;
  calendar: Calendars;
  policy: Policy;
  policyVersion: number;
}

/** The offices named and all above them. */
export function laddersOf(tree: ReadonlyMap<string, Office>, ids: readonly string[]): Map<string, Office> {
  const own = new Map<string, Office>();
  for (const id of ids) {
    let office = tree.get(id);
    while (office && !own.has(office.id)) {
      own.set(office.id, office);
      office = tree.get(office.parentId ?? '');
    }
  }
  return own;
}

/** Office ids from an office up to national, itself first. */
export function ladderOf(offices: Map<string, Office>, id: string): string[] {
  const parent = offices.get(id)?.parentId;
  return parent ? [id, ...ladderOf(offices, parent)] : [id];
}
