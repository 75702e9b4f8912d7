// Reporters of duplicates follow the original (reading 21): who follows, what became of the original, and whose process is still to hear of it.
import type { Original } from '../../sop/decisions/reject.ts';
import { channels } from '../connection/channels.ts';
import { asked } from '../connection/rows.ts';
import type { Db } from '../connection/client.ts';

export interface Follower {
  number: string;
  title: string;
  /** Its own process is over: it hears no more by itself. */
  over: boolean;
}

/** The duplicates whose reporters follow `original`. */
export async function followersOf(db: Db, original: string): Promise<Follower[]> {
  return db<Follower[]>`
    select number, title, ended_at is not null as over from complaints where duplicate_of = ${original} order by number`;
}

/** Whoever looks at a duplicate sees at once what became of its original. */
export async function showFollowers(tx: Db, followers: readonly Follower[]): Promise<void> {
  const numbers = followers.map(({ number }) => number);
  await tx`select pg_notify(${channels.complaints}, number) from unnest(${numbers}::text[]) number`;
}

/** What a follower may read of the original: masked; of one that is rahasia or hidden no words (reading 21). */
export interface Followed {
  number: string;
  /** No word of it may be read. */
  silent: boolean;
  firstResponseAt: Date | null;
  firstResponse: string | null;
  answeredAt: Date | null;
  answer: string | null;
  endedAt: Date | null;
}

/** As it is now, or undefined: there is none of that number. */
export async function followedBy(db: Db, original: string): Promise<Followed | undefined> {
  const rows = await db<Followed[]>`
    select number, silent, case when not silent then first_response_at end as first_response_at,
      case when not silent then public_first_response end as first_response, answered_at,
      case when not silent then public_answer end as answer, ended_at
    from (select *, confidentiality = 'rahasia' or public_hidden as silent from complaints) c
    where number = ${original}`;
  return asked(rows, 'number', original)[0];
}

/**
 * What became of the original that this report repeats: the one to follow, through those that are duplicates themselves,
 * and when it ended. Null when it repeats none.
 */
export async function originalOf(db: Db, number: string): Promise<Original | null> {
  const rows = await db<{ number: string; endedAt: Date | null }[]>`
    with recursive chain as (
      select o.number, o.duplicate_of, o.ended_at, 1 as depth
      from complaints c join complaints o on o.number = c.duplicate_of where c.number = ${number}
      union all
      select o.number, o.duplicate_of, o.ended_at, depth + 1
      from chain join complaints o on o.number = chain.duplicate_of where depth < 1000
    )
    select number, ended_at from chain order by depth desc limit 1`;
  const [last] = rows;
  return last ? { number: last.number, endedAt: last.endedAt?.toISOString() ?? null } : null;
}

/** Notes, in the transaction that changed it, that those processes are to look at their originals. */
export async function noteOriginalChanged(tx: Db, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  await tx`insert into original_changes (number) select unnest(${numbers as string[]}::text[])`;
}

export interface OriginalChange {
  number: string;
  /** Up to which note. */
  upTo: string;
}

/** The processes that are to be told, those that wait longest first. */
export async function originalChanges(db: Db, limit: number): Promise<OriginalChange[]> {
  return db<OriginalChange[]>`
    select number, max(id)::text as up_to from original_changes group by number order by min(id) limit ${limit}`;
}

/** It has been told of all up to there. */
export async function forgetOriginalChanges(db: Db, { number, upTo }: OriginalChange): Promise<void> {
  await db`delete from original_changes where number = ${number} and id <= ${upTo}`;
}
