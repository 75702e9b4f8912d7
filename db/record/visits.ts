// The ledger of visits (reading 17): written with the entries of the record, and read with its breaches.
import type { Entry } from '../../sop/entry.ts';
import type { Clock } from '../../sop/time/clock.ts';
import type { Db } from '../connection/client.ts';
import type { ClockName, Step } from '../../sop/terms.ts';
import { asked } from '../connection/rows.ts';

/** A visit as it stands; instants ISO 8601. */
export interface Visit {
  visit: number;
  step: number;
  /** null: the system. */
  officeId: string | null;
  receivedAt: string;
  dueAt: string | null;
  warnAt: string | null;
  policyVersion: number | null;
  endedAt: string | null;
  pausedAt: string | null;
  /** Office milliseconds. */
  pausedMs: number;
  consumedMs: number | null;
  breachedAt: string | null;
}

/** The row's deadline as it stands now, with the policy version it came from. */
export function limitOfVisit(clock: Clock | undefined): Pick<Visit, 'dueAt' | 'warnAt' | 'policyVersion'> {
  const warn = clock?.rungs.find(({ kind }) => kind === 'warn');
  return { dueAt: clock?.due ?? null, warnAt: warn?.at ?? null, policyVersion: clock?.policyVersion ?? null };
}

/** When a report's limit stopped or went on (reading 11). */
export interface Stop {
  /** ISO 8601. */
  at: string;
  stopped: boolean;
}

/** A condition on event `e`: a limit stops or goes on with it. `stopOf` says the same of an entry. */
export function isStop(db: Db) {
  return db`(e.type in ('completion-requested', 'completed')
    -- reading 27: a visit that begins while the limit stands still.
    or (e.type = 'succeeded' and e.status = 'awaiting-completion'))`;
}

export function stopOf({ at, type, after }: Pick<Entry, 'at' | 'type' | 'after'>): Stop | undefined {
  const stops =
    type === 'completion-requested' || (type === 'succeeded' && after.status === 'awaiting-completion');
  return stops || type === 'completed' ? { at, stopped: type !== 'completed' } : undefined;
}

/** A visit as a row of its table, but for the report's number. */
export function columnsOfVisit({ visit, step, ...rest }: Visit) {
  return {
    visit,
    step,
    office_id: rest.officeId,
    received_at: rest.receivedAt,
    due_at: rest.dueAt,
    warn_at: rest.warnAt,
    policy_version: rest.policyVersion,
    ended_at: rest.endedAt,
    paused_at: rest.pausedAt,
    paused_ms: rest.pausedMs,
    consumed_ms: rest.consumedMs,
    breached_at: rest.breachedAt,
  };
}

/** Part of a statement: puts in the visits `opened` of `given`. */
export function openVisits(db: Db) {
  return db`
    insert into visits (number, visit, step, office_id, received_at, due_at, warn_at, policy_version, ended_at, paused_at,
      paused_ms, consumed_ms, breached_at)
    select given.number, o.visit, o.step, o.office_id, o.received_at, o.due_at, o.warn_at, o.policy_version, o.ended_at,
      o.paused_at, o.paused_ms, o.consumed_ms, o.breached_at
    from given, jsonb_populate_recordset(null::visits, given.doc -> 'opened') o`;
}

/** Part of a statement: brings the visits `moved` of `given` to what they are. */
export function moveVisits(db: Db) {
  return db`
    update visits v set due_at = m.due_at, warn_at = m.warn_at, policy_version = m.policy_version, ended_at = m.ended_at,
      paused_at = m.paused_at, paused_ms = m.paused_ms, consumed_ms = m.consumed_ms, breached_at = m.breached_at
    from given, jsonb_populate_recordset(null::visits, given.doc -> 'moved') m
    where v.number = given.number and v.visit = m.visit`;
}

/** Marks as missed no row limit whose breach a decree has undone since (reading 16). */
export async function clearUndone(db: Db, number: string): Promise<void> {
  await db`
    update visits v set breached_at = null
    where number = ${number} and breached_at is not null and not exists (
      select from breaches b where b.number = v.number and b.clock = 'row' and b.at = v.breached_at)`;
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
