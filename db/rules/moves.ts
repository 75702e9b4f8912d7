// Which deadlines move by the rules in force: what a change lists beforehand, and what a recomputation then tells.
import type { Case } from '../../sop/case.ts';
import { type Move, movesOf } from '../../sop/recompute.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';
import { officeTree } from '../offices/offices.ts';
import { readCalendar } from './calendar.ts';
import { policyInForce } from './policies.ts';
import { publicZone } from '../../sop/offices.ts';

/** The rules as `db` sees them now; what it gives throws for a case that cannot be reckoned. */
export async function movesByRules(db: Db): Promise<(c: Case) => Move[]> {
  const { document: policy } = await policyInForce(db);
  const calendar = await readCalendar(db);
  const zones = new Map((await officeTree(db)).map(({ id, zone }) => [id, zone]));
  const zoneOf = (id: string) => zones.get(id) ?? publicZone;
  const at = (id: string) => ({ zone: zoneOf(id), calendar: calendarOf(calendar, id) });
  return (c) => movesOf(c, policy, at);
}
