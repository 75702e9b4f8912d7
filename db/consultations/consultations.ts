// Questions to other offices (reading 24): as they stand, and what moves them. Whoever moves one has locked its report before.
import type { ConsultationStatus } from '../../sop/beside/consultation.ts';
import type { Zone } from '../../sop/offices.ts';
import type { Calendar } from '../../sop/time/calendar.ts';
import { needsDecree } from '../../sop/time/calendar-end.ts';
import type { Kind, Limit, Status, Step } from '../../sop/terms.ts';
import { asked } from '../connection/rows.ts';
import type { Db } from '../connection/client.ts';

export interface ConsultationRow {
  id: string;
  number: string;
  /** Who asks, and whom. */
  fromId: string;
  fromName: string;
  fromZone: Zone;
  officeId: string;
  officeName: string;
  officeZone: Zone;
  question: string;
  askedBy: string;
  askedAt: Date;
  timeLimit: Limit;
  due: Date;
  warnAt: Date;
  warnedAt: Date | null;
  lateAt: Date | null;
  status: ConsultationStatus;
  answer: string | null;
  answeredBy: string | null;
  endedAt: Date | null;
}

/** reading 30: whether its deadline needs a year whose days are not decreed. */
export function isProvisionalQuestion(
  { timeLimit, askedAt, due }: Pick<ConsultationRow, 'timeLimit' | 'askedAt' | 'due'>,
  calendar: Calendar,
): boolean {
  return needsDecree(timeLimit, askedAt.toISOString(), due.toISOString(), calendar);
}

function columns(db: Db) {
  return db`k.id, k.number, k.from_office_id as from_id, f.name as from_name, f.time_zone as from_zone,
    k.office_id, o.name as office_name, o.time_zone as office_zone, k.question, k.asked_by, k.asked_at, k.time_limit,
    k.due, k.warn_at, k.warned_at, k.late_at, k.status, k.answer, k.answered_by, k.ended_at`;
}

function tables(db: Db) {
  return db`consultations k join offices f on f.id = k.from_office_id join offices o on o.id = k.office_id`;
}

/** Of a report, in the order in which they were asked. */
export async function consultationsOf(db: Db, number: string): Promise<ConsultationRow[]> {
  const rows = await db<ConsultationRow[]>`
    select ${columns(db)} from ${tables(db)} where k.number = ${number} order by k.n`;
  return asked(rows, 'number', number);
}

export async function consultationById(db: Db, id: string): Promise<ConsultationRow | undefined> {
  const rows = await db<ConsultationRow[]>`select ${columns(db)} from ${tables(db)} where k.id = ${id}`;
  return asked(rows, 'id', id)[0];
}

/** Open, after `after`, by id, at most that many: for a change of the calendar. */
export async function openConsultations(db: Db, after: string, limit: number): Promise<ConsultationRow[]> {
  return db<ConsultationRow[]>`
    select ${columns(db)} from ${tables(db)} where k.status = 'open' and k.id > ${after} order by k.id limit ${limit}`;
}

export interface AskedRow extends ConsultationRow {
  kind: Kind;
  title: string;
  reportStatus: Status;
  step: Step;
}

/** What an office is asked and has not answered, the soonest deadline first. */
export async function askedOf(
  db: Db,
  officeId: string,
  {
    overdue,
    after,
    limit,
  }: {
    overdue: boolean | undefined;
    after: { at: string; number: string } | undefined;
    limit: number;
  },
): Promise<AskedRow[]> {
  return db<AskedRow[]>`
    select ${columns(db)}, c.kind, c.title, c.status as report_status, c.step
    from ${tables(db)} join complaints c on c.number = k.number
    where k.status = 'open' and k.office_id = ${officeId}
      ${overdue === undefined ? db`` : db`and (k.due < now()) = ${overdue}`}
      ${after ? db`and (k.due, k.id) > (${after.at}, ${after.number})` : db``}
    order by k.due, k.id limit ${limit}`;
}

/** The place that the next question of a report takes. */
export async function nextPlace(tx: Db, number: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select coalesce(max(n), 0) + 1 as n from consultations where number = ${number}`;
  return row?.n ?? 1;
}

export interface NewConsultation
  extends Pick<ConsultationRow, 'id' | 'number' | 'fromId' | 'officeId' | 'question' | 'askedBy'> {
  n: number;
  askedAt: string;
  limit: Limit;
  policyVersion: number;
  due: string;
  warnAt: string;
}

/** False when that office is asked about that report already. */
export async function addConsultation(tx: Db, k: NewConsultation): Promise<boolean> {
  const rows = await tx`
    insert into consultations (id, number, n, from_office_id, office_id, question, asked_by, asked_at, time_limit,
      policy_version, due, warn_at)
    values (${k.id}, ${k.number}, ${k.n}, ${k.fromId}, ${k.officeId}, ${k.question}, ${k.askedBy}, ${k.askedAt},
      ${tx.json(k.limit)}, ${k.policyVersion}, ${k.due}, ${k.warnAt})
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** Ends an open one. */
export async function settleConsultation(
  tx: Db,
  id: string,
  {
    status,
    at,
    answer,
    by,
  }: {
    status: Exclude<ConsultationStatus, 'open'>;
    at: string;
    answer?: string;
    by?: string;
  },
): Promise<void> {
  await tx`
    update consultations set status = ${status}, ended_at = ${at}, answer = ${answer ?? null},
      answered_by = ${answer === undefined ? null : (by ?? null)}
    where id = ${id} and status = 'open'`;
}

/** Notes that a rung has rung. */
export async function noteRung(tx: Db, id: string, rung: 'warned' | 'late', at: string): Promise<void> {
  await tx`update consultations set ${rung === 'late' ? tx`late_at` : tx`warned_at`} = ${at} where id = ${id}`;
}

/** A new deadline by a new calendar, which has its rungs anew as far as they lie ahead (reading 16). Its workflow is owed word of it. */
export async function moveConsultation(
  tx: Db,
  id: string,
  { due, warnAt, at }: { due: string; warnAt: string; at: string },
): Promise<void> {
  await tx`
    update consultations set due = ${due}, warn_at = ${warnAt}, moved_at = ${at},
      warned_at = case when ${warnAt}::timestamptz > ${at}::timestamptz then null else warned_at end,
      late_at = case when ${due}::timestamptz > ${at}::timestamptz then null else late_at end
    where id = ${id} and status = 'open'`;
}

/** Asked a while ago and without a workflow: those that are open still. What has ended since needs none. */
export async function unstartedConsultations(
  db: Db,
  olderThanSeconds: number,
  limit: number,
): Promise<string[]> {
  await db`
    update consultations set started_at = now(), closed_at = now() where started_at is null and status <> 'open'`;
  const rows = await db<{ id: string }[]>`
    select id from consultations
    where started_at is null and asked_at < now() - make_interval(secs => ${olderThanSeconds})
    order by asked_at limit ${limit}`;
  return rows.map(({ id }) => id);
}

export async function markConsultationStarted(db: Db, id: string): Promise<void> {
  await db`update consultations set started_at = now() where id = ${id} and started_at is null`;
}

/** Whose workflows have not been told that their deadlines moved. */
export async function untoldConsultations(db: Db, limit: number): Promise<{ id: string; movedAt: Date }[]> {
  return db<{ id: string; movedAt: Date }[]>`
    select id, moved_at from consultations where moved_at is not null order by moved_at limit ${limit}`;
}

/** Its workflow was told of the move at `movedAt`; of a later one not yet. */
export async function markConsultationTold(db: Db, id: string, movedAt: Date | string): Promise<void> {
  await db`update consultations set moved_at = null where id = ${id} and moved_at = ${movedAt}`;
}

/** Open though the report is not with the office that asked: the release before wrote so. */
export async function leftConsultations(db: Db, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select k.id from consultations k join complaints c on c.number = k.number
    where k.status = 'open' and k.started_at is not null and c.holder_id is distinct from k.from_office_id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Ended, and their workflows have not looked since. */
export async function unclosedConsultations(db: Db, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from consultations where status <> 'open' and closed_at is null and started_at is not null
    order by asked_at limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Its workflow is over. */
export async function markConsultationClosed(db: Db, id: string): Promise<void> {
  await db`update consultations set closed_at = now() where id = ${id} and status <> 'open' and closed_at is null`;
}
