// Complaints that have no workflow yet: which they are, and what theirs is started with.
import type { Filing } from '../../../sop/rows/intake.ts';
import type { Db } from '../../connection/client.ts';
import { rulesOf } from '../../../sop/policy/policy.ts';
import { type KeptRules, type Rules, rulesVersion } from '../../rules/kept-rules.ts';
import { asked } from '../../connection/rows.ts';
import type { Step } from '../../../sop/terms.ts';

/** The complaint has no row, or there is no active national office that could take it. */
class NothingToStart extends Error {
  override readonly name = 'NothingToStart';
  constructor(number: string) {
    super(`Complaint ${number} cannot start: it or the national office is missing.`);
  }
}

/** What a workflow is begun with, of the row. */
type Startable = Pick<Filing, 'number' | 'kind' | 'oversight'> & {
  receivedAt: Date;
  agencyId: string | null;
};

/** The complaint with the national door and, when it was filed straight to an agency, that one (SOP 3). Throws `NothingToStart`. */
export function startInputOf({ receivedAt, agencyId, ...row }: Startable, rules: Rules): Filing {
  const { national, offices, policy } = rules;
  if (!national) throw new NothingToStart(row.number);
  return {
    number: row.number,
    kind: row.kind,
    oversight: row.oversight,
    receivedAt: receivedAt.toISOString(),
    national,
    agency: (agencyId === null ? undefined : offices.get(agencyId)) ?? null,
    rules: rulesOf(policy.document),
  };
}

/** The same by its number. */
export async function startInput(db: Db, keptRules: KeptRules, number: string): Promise<Filing> {
  const rows = await db<(Startable & { rulesVersion: string })[]>`
    select number, kind, oversight, received_at, agency_id, ${rulesVersion(db)} as rules_version
    from complaints where number = ${number}`;
  const [row] = asked(rows, 'number', number);
  if (!row) throw new NothingToStart(number);
  return startInputOf(row, await keptRules.at(db, row.rulesVersion));
}

/**
 * Filed a while ago and still without a workflow, the oldest first, a backlog behind all others; without what was passed
 * over until its time comes.
 */
export async function unstarted(db: Db, olderThanSeconds: number, limit: number): Promise<Startable[]> {
  return db<Startable[]>`
    select number, kind, oversight, received_at, agency_id from complaints
    where started_at is null and filed_at < now() - make_interval(secs => ${olderThanSeconds})
      and not exists (select from passed_over p where p.job = 'start' and p.item = number and p.next_at > now())
    order by backlog, filed_at, number limit ${limit}`;
}

/** The first entry of its record says so too. */
export async function markStarted(db: Db, numbers: readonly string[]): Promise<void> {
  await db`
    update complaints set started_at = now() where number = any(${numbers as string[]}) and started_at is null`;
}

/** Those of them that have something on record. */
export async function recordedAmong(db: Db, numbers: readonly string[]): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select number from complaints where number = any(${numbers as string[]}) and seq > 0`;
  return rows.map(({ number }) => number);
}

/** The row of the SOP where it stands by its record; 1 before that begins. */
export async function stepOnRecord(db: Db, number: string): Promise<Step> {
  const rows = await db<{ number: string; step: Step }[]>`
    select number, step from complaints where number = ${number}`;
  return asked(rows, 'number', number)[0]?.step ?? 1;
}
