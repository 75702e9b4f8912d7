// Complaints that have no workflow yet: which they are, and what theirs is started with.
import type { Filing } from '../../sop/rows/intake.ts';
import type { Db } from '../connection/client.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import { policyInForce } from '../rules/policies.ts';
import { asked } from '../connection/rows.ts';

/** The complaint has no row, or there is no active national office that could take it. */
class NothingToStart extends Error {
  override readonly name = 'NothingToStart';
  constructor(number: string) {
    super(`Complaint ${number} cannot start: it or the national office is missing.`);
  }
}

/** The complaint with the national door and, when it was filed straight to an agency, that one (SOP 3). Throws `NothingToStart`. */
export async function startInput(db: Db, number: string): Promise<Filing> {
  const office = (alias: string) =>
    db`json_build_object('id', ${db(alias)}.id, 'name', ${db(alias)}.name, 'level', ${db(alias)}.level,
      'parentId', ${db(alias)}.parent_id, 'zone', ${db(alias)}.time_zone)`;
  const rows = await db<(Omit<Filing, 'receivedAt' | 'rules'> & { receivedAt: Date })[]>`
    select c.number, c.kind, c.oversight, c.received_at, ${office('n')} as national,
      case when a.id is null then null else ${office('a')} end as agency
    from complaints c join offices n on n.level = 'national' and n.active left join offices a on a.id = c.agency_id
    where c.number = ${number} order by n.id limit 1`;
  const [row] = asked(rows, 'number', number);
  if (!row) throw new NothingToStart(number);
  const { document } = await policyInForce(db);
  return { ...row, receivedAt: row.receivedAt.toISOString(), rules: rulesOf(document) };
}

/** Filed a while ago and still without a workflow, the oldest first; without what was passed over until its time comes. */
export async function unstarted(db: Db, olderThanSeconds: number, limit: number): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select number from complaints
    where started_at is null and filed_at < now() - make_interval(secs => ${olderThanSeconds})
      and not exists (select from passed_over p where p.job = 'start' and p.item = number and p.next_at > now())
    order by filed_at limit ${limit}`;
  return rows.map(({ number }) => number);
}

/** The first entry of its record says so too. */
export async function markStarted(db: Db, number: string): Promise<void> {
  await db`update complaints set started_at = now() where number = ${number} and started_at is null`;
}
