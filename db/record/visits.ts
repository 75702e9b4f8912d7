// The ledger of visits (reading 17): opened, stopped, moved and ended with the entries of the record, and read with its breaches.
import type { Clock } from '../../sop/time/clock.ts';
import type { Db } from '../connection/client.ts';
import type { ClockName, Step } from '../../sop/terms.ts';
import { asked } from '../connection/rows.ts';

export interface OpenVisit {
  visit: number;
  officeId: string | null;
  receivedAt: Date;
  /** When its limit stopped and went on (reading 11), in order; the last one may be open. */
  stops: { stopped: boolean; at: string }[];
}

export async function insertVisit(
  db: Db,
  number: string,
  opens: { visit: number; step: number; officeId: string | null },
  at: string,
  /** Of its row, where it is reckoned already. */
  clock: Clock | undefined,
): Promise<void> {
  const { due, warn, policyVersion } = columnsOf(clock);
  await db`
    insert into visits (number, visit, step, office_id, received_at, due_at, warn_at, policy_version)
    values (${number}, ${opens.visit}, ${opens.step}, ${opens.officeId}, ${at}, ${due}, ${warn}, ${policyVersion})`;
}

/** The row's deadline as it stands now, with the policy version it came from. */
export async function setVisitClock(db: Db, number: string, visit: number, clock: Clock): Promise<void> {
  const { due, warn, policyVersion } = columnsOf(clock);
  await db`
    update visits set due_at = ${due}, warn_at = ${warn}, policy_version = ${policyVersion}
    where number = ${number} and visit = ${visit}`;
}

function columnsOf(clock: Clock | undefined) {
  const warn = clock?.rungs.find(({ kind }) => kind === 'warn');
  return { due: clock?.due ?? null, warn: warn?.at ?? null, policyVersion: clock?.policyVersion ?? null };
}

export async function readVisit(db: Db, number: string, visit: number): Promise<OpenVisit | undefined> {
  const [row] = await db<OpenVisit[]>`
    select visit, office_id, received_at, (
      select coalesce(json_agg(json_build_object('stopped', type <> 'completed', 'at', at) order by seq), '[]')
      from events e
      where e.number = v.number and e.at >= v.received_at and (type in ('completion-requested', 'completed')
        -- reading 27: a visit that begins while the limit stands still.
        or (type = 'succeeded' and status = 'awaiting-completion'))) as stops
    from visits v where number = ${number} and visit = ${visit}`;
  return row;
}

export async function pauseVisit(db: Db, number: string, visit: number, at: string): Promise<void> {
  await db`update visits set paused_at = ${at} where number = ${number} and visit = ${visit}`;
}

export async function resumeVisit(db: Db, number: string, visit: number, pausedMs: number): Promise<void> {
  await db`
    update visits set paused_at = null, paused_ms = ${pausedMs} where number = ${number} and visit = ${visit}`;
}

export async function endVisit(
  db: Db,
  number: string,
  visit: number,
  end: { at: string; pausedMs: number; consumedMs: number | null },
): Promise<void> {
  await db`
    update visits set ended_at = ${end.at}, paused_at = null, paused_ms = ${end.pausedMs},
      consumed_ms = ${end.consumedMs}
    where number = ${number} and visit = ${visit}`;
}

/** Marks as missed no row limit whose breach a decree has undone since (reading 16). */
export async function clearUndone(db: Db, number: string): Promise<void> {
  await db`
    update visits v set breached_at = null
    where number = ${number} and breached_at is not null and not exists (
      select from breaches b where b.number = v.number and b.clock = 'row' and b.at = v.breached_at)`;
}

export async function breachVisit(db: Db, number: string, visit: number, at: string): Promise<void> {
  await db`
    update visits set breached_at = ${at} where number = ${number} and visit = ${visit} and breached_at is null`;
}

export interface VisitRow {
  number: string;
  visit: number;
  step: Step;
  officeId: string | null;
  officeName: string | null;
  receivedAt: Date;
  dueAt: Date | null;
  endedAt: Date | null;
  pausedAt: Date | null;
  /** Office milliseconds. */
  consumedMs: number | null;
  pausedMs: number;
  breachedAt: Date | null;
}

export async function visitsOf(db: Db, number: string): Promise<VisitRow[]> {
  const rows = await db<VisitRow[]>`
    select v.number, v.visit, v.step, v.office_id, o.name as office_name, v.received_at, v.due_at, v.ended_at, v.paused_at,
      v.consumed_ms, v.paused_ms, v.breached_at
    from visits v left join offices o on o.id = v.office_id where v.number = ${number} order by v.visit`;
  return asked(rows, 'number', number);
}

/** A missed limit and the office that it belongs to (reading 17). */
export interface BreachRow {
  number: string;
  at: Date;
  step: Step;
  clock: ClockName;
  due: Date;
  chargedId: string;
  chargedName: string;
}

export async function breachesOf(db: Db, number: string): Promise<BreachRow[]> {
  const rows = await db<BreachRow[]>`
    select b.number, b.at, b.step, b.clock, b.due, o.id as charged_id, o.name as charged_name
    from breaches b join offices o on o.id = b.charged where b.number = ${number} order by b.seq`;
  return asked(rows, 'number', number);
}
