// Which deadlines move by the rules in force: what a change lists beforehand, and what a recomputation then tells.
import type { Case } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Policy } from '../../sop/policy/policy.ts';
import { type Move, movesByEntries, movesOf, type ReckonedAt } from '../../sop/recompute.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';
import { officeTree } from '../offices/offices.ts';
import { readCalendar } from './calendar.ts';
import type { Rules } from './kept-rules.ts';
import { policyInForce } from './policies.ts';
import { publicZone } from '../../sop/offices.ts';

/** The rules as `db` sees them now; what it gives throws for a case that cannot be reckoned. */
export async function movesByRules(db: Db): Promise<(c: Case) => Move[]> {
  const { policy, at } = await rulesNow(db);
  return (c) => movesOf(c, policy, at);
}

/** Which deadlines of the report would move by these entries (readings 19, 25). */
export function movesByDecision(
  { policy, calendar, offices }: Rules,
  c: Case,
  entries: readonly Entry[],
): Move[] {
  const zoneOf = (id: string) => offices.get(id)?.zone ?? publicZone;
  return movesByEntries(c, entries, policy.document, (id) => ({
    zone: zoneOf(id),
    calendar: calendarOf(calendar, id),
  }));
}

async function rulesNow(db: Db): Promise<{ policy: Policy; at: ReckonedAt }> {
  const { document: policy } = await policyInForce(db);
  const calendar = await readCalendar(db);
  const zones = new Map((await officeTree(db)).map(({ id, zone }) => [id, zone]));
  const zoneOf = (id: string) => zones.get(id) ?? publicZone;
  return { policy, at: (id) => ({ zone: zoneOf(id), calendar: calendarOf(calendar, id) }) };
}
