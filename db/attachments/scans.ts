// Which files a virus scanner is still to see, and what it said; what it found stands in the record.
import type { Step } from '../../sop/terms.ts';
import { channels } from '../connection/channels.ts';
import type { Db } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';
import { lastSeqBefore } from '../record/events.ts';

/** In the transaction that writes its attachment down: nobody gets it before it was scanned. */
export async function insertScan(tx: Db, { id, number }: { id: string; number: string }): Promise<void> {
  await tx`insert into scans (attachment_id, number) values (${id}, ${number})`;
}

/**
 * Has so many files scanned that came while there was no scanner, in the order of their ids, those above `after` only; nobody
 * gets them until they were. Gives the last of them; undefined: there are no more.
 */
export async function takeUnscanned(
  db: Db,
  { after, limit }: { after: string; limit: number },
): Promise<string | undefined> {
  const rows = await db<{ id: string }[]>`
    with unscanned as (
      select id, number from attachments a
      where id > ${after} and not exists (select from scans s where s.attachment_id = a.id) order by id limit ${limit}
    ), taken as (
      insert into scans (attachment_id, number) select id, number from unscanned on conflict do nothing
    )
    select id from unscanned order by id`;
  return rows.at(-1)?.id;
}

export interface DueScan {
  id: string;
  number: string;
  storageKey: string;
  /** The officer who added it; both null: the reporter. */
  officeId: string | null;
  username: string | null;
  /** This one included. */
  tries: number;
}

/** Takes what is due; nobody else takes it within the lease. */
export async function claimScans(
  db: Db,
  { leaseSeconds, limit }: { leaseSeconds: number; limit: number },
): Promise<DueScan[]> {
  return db<DueScan[]>`
    update scans s set due_at = now() + make_interval(secs => ${leaseSeconds}), tries = s.tries + 1
    from (
      select attachment_id from scans where state = 'waiting' and due_at <= now()
      order by due_at limit ${limit} for update skip locked
    ) due join attachments t on t.id = due.attachment_id
    where s.attachment_id = due.attachment_id
    returning s.attachment_id as id, s.number, t.storage_key, t.office_id, t.username, s.tries`;
}

/** It could not be scanned: again after so many seconds. `error`: a code. */
export async function putScanOff(
  db: Db,
  { id }: Pick<DueScan, 'id'>,
  { error, seconds }: { error: string; seconds: number },
): Promise<void> {
  await db`
    update scans set due_at = now() + make_interval(secs => ${seconds}), last_error = ${error}
    where attachment_id = ${id} and state = 'waiting'`;
}

/**
 * Writes down what the scanner said, and in the record what it found (`signature`; null: nothing), and tells whoever
 * looks on. What was settled before stays, whoever scans it again: then it gives false.
 */
export async function settleScan(
  db: Db,
  { id }: Pick<DueScan, 'id'>,
  signature: string | null,
): Promise<boolean> {
  const rows = await db`
    with settled as (
      update scans set state = ${signature === null ? 'clean' : 'found'}, settled_at = now()
      where attachment_id = ${id} and state = 'waiting' returning attachment_id, number
    ), told as (
      insert into findings (number, attachment_id, step, signature)
      select s.number, s.attachment_id, c.step, ${signature ?? ''}::text from settled s join complaints c using (number)
      where ${signature !== null}
    )
    select pg_notify(${channels.complaints}, number) from settled`;
  return rows.length > 0;
}

export interface FindingRow {
  number: string;
  /** The report's own event that was the last before it. */
  after: number;
  attachmentId: string;
  at: Date;
  step: Step;
  signature: string;
}

/** Of a report, in their order. */
export async function findingsOf(db: Db, number: string): Promise<FindingRow[]> {
  const rows = await db<FindingRow[]>`
    select f.number, ${lastSeqBefore(db, 'f')} as after,
      f.attachment_id, f.at, f.step, f.signature
    from findings f where f.number = ${number} order by f.nth`;
  return asked(rows, 'number', number);
}

interface Waiting {
  waiting: number;
  /** Since the oldest of them came, in seconds; 0 without any. */
  waitsSeconds: number;
  /** Of the one that was tried last and failed. */
  lastError: string | null;
}

export async function scansWaiting(db: Db): Promise<Waiting> {
  return one(
    await db<Waiting[]>`
      select count(*)::int as waiting,
        coalesce(extract(epoch from now() - min(added_at)), 0)::float8 as waits_seconds,
        (array_agg(last_error order by due_at desc) filter (where last_error is not null))[1] as last_error
      from scans where state = 'waiting'`,
  );
}

type Found = Pick<FindingRow, 'number' | 'attachmentId' | 'at' | 'signature'>;

/** What was found within so many days, the latest first. */
export async function lateFindings(
  db: Db,
  { days, limit }: { days: number; limit: number },
): Promise<Found[]> {
  return db<Found[]>`
    select number, attachment_id, at, signature from findings
    where at > now() - make_interval(days => ${days}) order by at desc limit ${limit}`;
}
