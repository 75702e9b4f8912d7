// Offices that end, and their successors (reading 27): begun once, followed, and finished with what hangs on the office.
import type { Office } from '../../sop/offices.ts';
import type { Succession } from '../../sop/beside/succession.ts';
import type { Db, Piece } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';

/** What may move with an office, or end with it. */
export type HangingPart = 'officers' | 'templates' | 'choices' | 'webhooks';
type Fates = Record<HangingPart, 'move' | 'end'>;

export interface SuccessionRow {
  id: number;
  officeId: string;
  officeName: string;
  successorId: string;
  successorName: string;
  why: string;
  options: Fates;
  /** Reports that were to move when it began. */
  total: number;
  /** Reports that have moved, by the record. */
  moved: number;
  /** Reports that could not be moved yet; they are tried again. */
  passedOver: number;
  /** How many of each moved or ended; null until it is finished. */
  outcome: Record<HangingPart, number> | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}

/** Part of a statement: these offices, kept from ending until its transaction is over; waits for one that is just ending. */
export function heldOffices(db: Db, ids: readonly string[]) {
  return db`
    select id, successor_id from offices where id = any(${ids as string[]}::text[]) order by id for key share`;
}

/** Of `ids` those that have a successor. Waits for one that is just being named, so that nobody is missed. */
export async function endedAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string; successorId: string | null }[]>`${heldOffices(db, ids)}`;
  return rows.flatMap(({ id, successorId }) => (successorId === null ? [] : [id]));
}

/** Part of a statement: the office that `id` names, and who has taken over from it since, one after the other. */
export function nowSpeaking(db: Db, id: Piece) {
  return db`(
    with recursive speaking as (
      select o.id, o.successor_id from offices o where o.id = ${id}
      union select o.id, o.successor_id from offices o join speaking s on o.id = s.successor_id
    ) select id from speaking)`;
}

/** Whether an office speaks for what that one said: it is the same, or its successor. */
export async function speaksFor(db: Db, officeId: string, said: string): Promise<boolean> {
  const rows = await db<{ id: string }[]>`
    select id from offices where id = ${officeId} and id in ${nowSpeaking(db, db`${said}`)}`;
  return asked(rows, 'id', officeId).length === 1;
}

/** Who takes over from that office and why, or undefined: it has not ended. */
export async function successionOf(db: Db, officeId: string): Promise<Succession | undefined> {
  const [row] = await db<Succession[]>`
    select s.office_id, s.why, json_build_object('id', o.id, 'name', o.name, 'level', o.level,
      'parentId', o.parent_id, 'zone', o.time_zone) as successor
    from successions s join offices o on o.id = s.successor_id where s.office_id = ${officeId}`;
  return row;
}

/**
 * Names the successor, in the transaction that checked it: from now on nothing is disposed to the office, and the
 * offices below it are below the successor. Owes the batch. Waits for records that are being written.
 */
export async function beginSuccession(
  tx: Db,
  {
    officeId,
    successorId,
    ...said
  }: Pick<SuccessionRow, 'officeId' | 'successorId' | 'why' | 'options' | 'total' | 'createdBy'>,
): Promise<number> {
  await tx`select from offices where id = ${officeId} for update`;
  await tx`update offices set successor_id = ${successorId} where id = ${officeId}`;
  await tx`update offices set parent_id = ${successorId} where parent_id = ${officeId}`;
  const rows = await tx<{ id: number }[]>`
    insert into successions (office_id, successor_id, why, options, total, created_by)
    values (${officeId}, ${successorId}, ${said.why}, ${tx.json(said.options)}, ${said.total}, ${said.createdBy})
    returning id`;
  return one(rows).id;
}

/** Whether one is under way from or to that office. */
export async function isSucceeding(db: Db, officeId: string): Promise<boolean> {
  const rows = await db`
    select from successions where finished_at is null and ${officeId} in (office_id, successor_id)`;
  return rows.length > 0;
}

export async function unstartedSuccessions(db: Db): Promise<{ id: number; officeId: string }[]> {
  return db<{ id: number; officeId: string }[]>`
    select id, office_id from successions where started_at is null order by id`;
}

/** Begun and not finished: under way, or lost. */
export async function unfinishedSuccessions(db: Db): Promise<{ id: number; officeId: string }[]> {
  return db<{ id: number; officeId: string }[]>`
    select id, office_id from successions where started_at is not null and finished_at is null order by id`;
}

export async function markSucceeding(db: Db, id: number): Promise<void> {
  await db`update successions set started_at = now() where id = ${id} and started_at is null`;
}

const selected = (db: Db) => db`
  select s.id, s.office_id, o.name as office_name, s.successor_id, n.name as successor_name, s.why, s.options, s.total,
    (select count(distinct e.number) from events e where e.type = 'succeeded' and e.from_office_id = s.office_id) as moved,
    (select count(*) from passed_over p where p.job = 'succession' and p.item like s.office_id || ':%') as passed_over,
    s.outcome, s.created_by, s.created_at, s.finished_at
  from successions s join offices o on o.id = s.office_id join offices n on n.id = s.successor_id`;

export async function successionById(db: Db, id: number): Promise<SuccessionRow | undefined> {
  const [row] = await db<SuccessionRow[]>`${selected(db)} where s.id = ${id}`;
  return row;
}

/** How much hangs on the office beside its reports. */
export async function countHanging(db: Db, officeId: string): Promise<Record<HangingPart, number>> {
  const rows = await db<Record<HangingPart, number>[]>`
    select
      (select count(*) from users where office_id = ${officeId} and active) as officers,
      (select count(*) from templates where office_id = ${officeId}) as templates,
      (select count(*) from notification_choices c join users u on u.username = c.username
        where u.office_id = ${officeId} and u.active) as choices,
      (select count(*) from webhooks where office_id = ${officeId} and removed_at is null) as webhooks`;
  return one(rows);
}

/** The active offices directly below. */
export async function officesBelow(db: Db, officeId: string): Promise<Pick<Office, 'id' | 'name'>[]> {
  return db<Pick<Office, 'id' | 'name'>[]>`
    select id, name from offices where parent_id = ${officeId} and active order by name`;
}

/**
 * The office is no more: what hangs on it moves or ends. False when that was done before. In one transaction with what
 * the successor is told.
 */
export async function finishSuccession(
  tx: Db,
  { id, officeId, successorId, officeName, options }: SuccessionRow,
): Promise<Record<HangingPart, number> | undefined> {
  await tx`select from offices where id = ${officeId} for update`;
  const [open] = await tx`select from successions where id = ${id} and finished_at is null for update`;
  if (!open) return undefined;
  const outcome = await countHanging(tx, officeId);
  if (options.choices === 'end')
    await tx`
      delete from notification_choices where username in (select username from users where office_id = ${officeId})`;
  if (options.officers === 'end')
    await tx`
      update users set active = false, epoch = epoch + 1
      where office_id = ${officeId} and role = 'admin' and active`;
  // Ops keep their work wherever they sit; who left stays in the books of the office that they left.
  await tx`update users set office_id = ${successorId} where office_id = ${officeId} and active`;
  if (options.templates === 'move') {
    const clash = tx`exists (select from templates o
      where o.office_id = ${successorId} and o.action = t.action and o.title = t.title)`;
    await tx`update templates t set title = left(title, 55) || ' (' || left(${officeName}, 30) || ' ' || id || ')'
      where office_id = ${officeId} and ${clash}`;
    await tx`update templates t set office_id = ${successorId} where office_id = ${officeId} and not ${clash}`;
  }
  await tx`delete from templates where office_id = ${officeId}`;
  // What the office kept lists under goes with its people, as far as the name is free there.
  if (options.officers === 'move')
    await tx`update saved_views v set office_id = ${successorId} where office_id = ${officeId} and not exists (
      select from saved_views o where o.office_id = ${successorId} and o.list = v.list and lower(o.name) = lower(v.name))`;
  await tx`delete from saved_views where office_id = ${officeId}`;
  if (options.webhooks === 'move')
    await tx`update webhooks set office_id = ${successorId} where office_id = ${officeId} and removed_at is null`;
  else
    await tx`
      with gone as (
        update webhooks set removed_at = now(), active = false
        where office_id = ${officeId} and removed_at is null returning id
      )
      update deliveries set status = 'failed', last_error = 'removed'
      where webhook_id in (select id from gone) and status = 'pending'`;
  await tx`update offices set active = false where id = ${officeId}`;
  await tx`update successions set finished_at = now(), outcome = ${tx.json(outcome)} where id = ${id}`;
  return outcome;
}
