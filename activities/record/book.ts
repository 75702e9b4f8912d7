// What the record reckons with: the offices concerned and those above them, the calendar, the policy in force.
import type { Rules } from '../../db/rules/kept-rules.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Calendars } from '../../sop/time/calendar.ts';
import type { Office } from '../../sop/offices.ts';
import type { Policy } from '../../sop/policy/policy.ts';

export interface Book {
  offices: Map<string, Office>;
  calendar: Calendars;
  policy: Policy;
  policyVersion: number;
}

/** For these entries, by the rules as they are. */
export function bookOf({ policy, calendar, offices }: Rules, entries: readonly Entry[]): Book {
  return {
    offices: laddersOf(offices, officesIn(entries)),
    calendar,
    policy: policy.document,
    policyVersion: policy.version,
  };
}

/** The offices named and all above them. */
function laddersOf(tree: ReadonlyMap<string, Office>, ids: readonly string[]): Map<string, Office> {
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

function officesIn(entries: readonly Entry[]): string[] {
  const ids = entries.flatMap(({ from, to, opens, requests, alert, after }) => [
    from,
    to,
    opens?.officeId,
    after.holder?.id,
    after.path.upt?.id,
    after.path.echelon1?.id,
    ...requests.map(({ officeId }) => officeId),
    ...(alert?.officeIds ?? []),
  ]);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/** Office ids from an office up to national, itself first. */
export function ladderOf(offices: Map<string, Office>, id: string): string[] {
  const parent = offices.get(id)?.parentId;
  return parent ? [id, ...ladderOf(offices, parent)] : [id];
}
