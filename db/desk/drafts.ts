// What officers are writing for decisions, and what of it stands by to be sent (decision 36).
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { channels } from '../connection/channels.ts';

/** Whose draft, of which report, for which decision. */
export interface DraftOf {
  number: string;
  username: string;
  action: string;
}

export interface DraftRow extends DraftOf {
  /** By field, as it was typed. */
  words: Record<string, string>;
  /** Counts the changes. */
  version: number;
  savedAt: Date;
  /** When it goes; null: it is only being written. */
  sendsAt: Date | null;
  /** The code of why it did not go, when it was to. */
  refused: string | null;
  /** With which others it stands by, decided at once. */
  batch: string | null;
}

/** What is decided when it goes: for the revision that was seen, under a key of the sender's. */
export interface Sending {
  decision: object;
  revision: number | null;
  key: string;
}

/** After that many days without a touch a draft is nobody's any more. */
const daysKept = 30;

const columns = (db: Db) =>
  db`d.number, d.username, d.action, d.words, d.version, d.saved_at, d.sends_at, d.refused, d.batch`;
const isKept = (db: Db) =>
  db`(d.saved_at > now() - make_interval(days => ${daysKept}) or d.sends_at is not null)`;
const isThat = (db: Db, { number, username, action }: DraftOf) =>
  db`d.number = ${number} and d.username = ${username} and d.action = ${action}`;

/** Those of one officer for one report. */
export async function draftsOf(db: Db, number: string, username: string): Promise<DraftRow[]> {
  const rows = await db<DraftRow[]>`
    select ${columns(db)} from drafts d
    where d.number = ${number} and d.username = ${username} and ${isKept(db)} order by d.action`;
  return asked(asked(rows, 'number', number), 'username', username);
}

/** Those of one officer that stand by to be sent, or were to be and did not go; the next to go first, one batch by number. */
export async function sendingsOf(db: Db, username: string): Promise<DraftRow[]> {
  const rows = await db<DraftRow[]>`
    select ${columns(db)} from drafts d
    where d.username = ${username} and (d.sends_at is not null or d.refused is not null) and ${isKept(db)}
    order by d.sends_at nulls last, d.saved_at, d.number`;
  return asked(rows, 'username', username);
}

/**
 * Keeps what was typed over the version that was seen (0: none). Undefined: there is another one by now, or it stands by
 * to be sent, or is gone.
 */
export async function saveDraft(
  db: Db,
  of: DraftOf,
  { words, version }: Pick<DraftRow, 'words' | 'version'>,
): Promise<DraftRow | undefined> {
  const { number, username, action } = of;
  const rows = await db<DraftRow[]>`
    insert into drafts as d (number, username, action, words)
    select ${number}, ${username}, ${action}, ${db.json(words)}
    where ${version === 0} or exists (select from drafts d where ${isThat(db, of)})
    on conflict (number, username, action) do update
    set words = excluded.words, version = d.version + 1, saved_at = now(), refused = null
    where d.sends_at is null and (d.version = ${version} or not ${isKept(db)})
    returning ${columns(db)}`;
  return rows[0];
}

/** It is gone, unless it stands by to be sent. */
export async function dropDraft(db: Db, of: DraftOf): Promise<void> {
  await db`delete from drafts d where ${isThat(db, of)} and d.sends_at is null`;
}

/**
 * Has it stand by for so many seconds, whatever was typed before. The same key again changes nothing. Undefined: it
 * stands by already, under another key.
 */
export async function standBy(
  db: Db,
  of: DraftOf,
  words: DraftRow['words'],
  { decision, revision, key, seconds }: Sending & { seconds: number },
): Promise<DraftRow | undefined> {
  const { number, username, action } = of;
  const rows = await db<DraftRow[]>`
    insert into drafts as d (number, username, action, words, sends_at, decision, revision, key)
    values (${number}, ${username}, ${action}, ${db.json(words)}, now() + make_interval(secs => ${seconds}),
      ${db.json(decision)}, ${revision}, ${key})
    on conflict (number, username, action) do update
    set words = excluded.words, version = d.version + 1, saved_at = now(), refused = null,
      sends_at = coalesce(d.sends_at, excluded.sends_at), decision = excluded.decision,
      revision = excluded.revision, key = excluded.key
    where d.sends_at is null or d.key = excluded.key
    returning ${columns(db)}`;
  return rows[0];
}

/** One decision for many reports, under a name of its officer's for all of them. */
export interface Batch extends Omit<DraftOf, 'number'> {
  batch: string;
}

/**
 * Has one decision stand by for many reports, each as `standBy` does, by one statement; each number is there once. What
 * was being written for one of them comes back when it is taken back. Gives those that stand by under their key.
 */
export async function standByTogether(
  db: Db,
  { username, action, batch }: Batch,
  { words, decision }: Pick<DraftRow, 'words'> & Pick<Sending, 'decision'>,
  items: readonly (Omit<Sending, 'decision'> & { number: string; seconds: number })[],
): Promise<DraftRow[]> {
  return db<DraftRow[]>`
    insert into drafts as d (number, username, action, words, sends_at, decision, revision, key, batch)
    select i.number, ${username}, ${action}, ${db.json(words)}, now() + make_interval(secs => i.seconds),
      ${db.json(decision)}, i.revision, i.key, ${batch}
    from jsonb_to_recordset(${db.json(items)}) as i(number text, revision integer, key text, seconds integer)
    on conflict (number, username, action) do update
    set before = case when d.sends_at is null then d.words else d.before end, words = excluded.words,
      version = d.version + 1, saved_at = now(), refused = null, sends_at = coalesce(d.sends_at, excluded.sends_at),
      decision = excluded.decision, revision = excluded.revision, key = excluded.key, batch = excluded.batch
    where d.sends_at is null or d.key = excluded.key
    returning ${columns(db)}`;
}

const isOfBatch = (db: Db, { username, batch }: Omit<Batch, 'action'>) =>
  db`d.username = ${username} and d.batch = ${batch} and d.sends_at is not null`;

const stoodDown = (db: Db) =>
  db`sends_at = null, decision = null, revision = null, key = null, claimed_until = null, batch = null,
    before = null, version = version + 1`;

/** To a draft of what was being written for this report alone, or else of what was to be sent. */
const takenBack = (db: Db) => db`words = coalesce(d.before, d.words), ${stoodDown(db)}`;

/** Back to writing. Undefined: nothing stands by, or it is on its way already. */
export async function standDown(db: Db, of: DraftOf): Promise<DraftRow | undefined> {
  const rows = await db<DraftRow[]>`
    update drafts d set ${takenBack(db)}
    where ${isThat(db, of)} and d.sends_at is not null and d.claimed_until is null
    returning ${columns(db)}`;
  return rows[0];
}

/** Takes back all of a batch that are not on their way already; gives them as they are now. */
export async function standDownTogether(db: Db, of: Omit<Batch, 'action'>): Promise<DraftRow[]> {
  return db<DraftRow[]>`
    update drafts d set ${takenBack(db)} where ${isOfBatch(db, of)} and d.claimed_until is null
    returning ${columns(db)}`;
}

/** They go now; gives those that stand by. */
export async function hurryTogether(db: Db, of: Omit<Batch, 'action'>): Promise<DraftRow[]> {
  return db<DraftRow[]>`
    update drafts d set sends_at = least(sends_at, now()) where ${isOfBatch(db, of)} returning ${columns(db)}`;
}

/** It goes now. Undefined: nothing stands by. */
export async function hurry(db: Db, of: DraftOf): Promise<DraftRow | undefined> {
  const rows = await db<DraftRow[]>`
    update drafts d set sends_at = least(sends_at, now()) where ${isThat(db, of)} and d.sends_at is not null
    returning ${columns(db)}`;
  return rows[0];
}

export interface DueSending extends DraftOf, Sending {}

/** Takes what is due; nobody else takes it within the lease. */
export async function claimSendings(
  db: Db,
  { leaseSeconds, limit }: { leaseSeconds: number; limit: number },
): Promise<DueSending[]> {
  return db<DueSending[]>`
    update drafts d set claimed_until = now() + make_interval(secs => ${leaseSeconds})
    from (
      select number, username, action from drafts
      where sends_at <= now() and (claimed_until is null or claimed_until < now())
      order by sends_at limit ${limit} for update skip locked
    ) due
    where d.number = due.number and d.username = due.username and d.action = due.action
    returning d.number, d.username, d.action, d.decision, d.revision, d.key`;
}

/** It was sent: nothing of it is left here. */
export async function forgetSent(db: Db, sent: DueSending): Promise<void> {
  await db`delete from drafts d where ${isThat(db, sent)} and d.key = ${sent.key}`;
}

/** Nothing was done: it is tried again after so many seconds, and may be taken back until then. */
export async function putOff(db: Db, due: DueSending, seconds: number): Promise<void> {
  await db`
    update drafts d set claimed_until = null, sends_at = now() + make_interval(secs => ${seconds})
    where ${isThat(db, due)} and d.key = ${due.key}`;
}

/** It will not go: it is a draft again, which says why. False: somebody else has settled it. */
export async function refuseSending(db: Db, due: DueSending, code: string): Promise<boolean> {
  const rows = await db`
    with refused as (
      update drafts d set ${stoodDown(db)}, refused = ${code}
      where ${isThat(db, due)} and d.key = ${due.key} returning d.number
    ) select pg_notify(${channels.complaints}, number) from refused`;
  return rows.length > 0;
}

/** Removes those that nobody has touched for so long; gives how many. */
export async function dropOldDrafts(db: Db): Promise<number> {
  const rows = await db`delete from drafts d where not ${isKept(db)} returning d.number`;
  return rows.length;
}
