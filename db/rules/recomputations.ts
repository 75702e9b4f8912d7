// Changes of calendar and policy, one at a time, and the recomputation that each owes.
import type { Case } from '../../sop/case.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface Recomputation {
  id: number;
  why: string;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  /** Complaints that were told to recompute so far. */
  moved: number;
}

/** Owes one; in the transaction of the change itself, so that neither is without the other. */
export async function oweRecomputation(db: Db, why: string, createdBy: string): Promise<number> {
  const rows = await db<{ id: number }[]>`
    insert into recomputations (why, created_by) values (${why}, ${createdBy}) returning id`;
  return one(rows).id;
}

export async function unstartedRecomputations(db: Db): Promise<{ id: number; why: string }[]> {
  return db<{ id: number; why: string }[]>`
    select id, why from recomputations where started_at is null order by id`;
}

/** Begun and not finished: under way, or lost. */
export async function unfinishedRecomputations(db: Db): Promise<{ id: number; why: string }[]> {
  return db<{ id: number; why: string }[]>`
    select id, why from recomputations where started_at is not null and finished_at is null order by id`;
}

/** By which deadlines were moved last. */
export async function lastRecomputation(db: Db): Promise<{ id: number; why: string } | undefined> {
  const [row] = await db<{ id: number; why: string }[]>`
    select id, why from recomputations order by id desc limit 1`;
  return row;
}

export async function markRecomputing(db: Db, id: number): Promise<void> {
  await db`update recomputations set started_at = now() where id = ${id} and started_at is null`;
}

export async function noteRecomputed(db: Db, id: number, moved: number, finished: boolean): Promise<void> {
  await db`
    update recomputations set moved = moved + ${moved},
      finished_at = case when ${finished} then coalesce(finished_at, now()) else finished_at end
    where id = ${id}`;
}

export async function recomputationById(db: Db, id: number): Promise<Recomputation | undefined> {
  const [row] = await db<Recomputation[]>`
    select id, why, created_by, created_at, finished_at, moved from recomputations where id = ${id}`;
  return row;
}

/** Open complaints with their cases, by number, after `after`, a page of at most `size` at a time. */
export async function* openCases(db: Db, after: string, size: number): AsyncGenerator<Case[]> {
  for (let last: string | undefined = after; last !== undefined; ) {
    const rows: { state: Case }[] = await db<{ state: Case }[]>`
      select state from complaints where ended_at is null and state is not null and number > ${last}
      order by number limit ${size}`;
    if (rows.length > 0) yield rows.map(({ state }) => state);
    last = rows.length < size ? undefined : rows.at(-1)?.state.number;
  }
}

export async function casesOf(db: Db, numbers: readonly string[]): Promise<Case[]> {
  const rows = await db<{ state: Case }[]>`
    select state from complaints where number = any(${numbers as string[]}) and ended_at is null`;
  return rows.map(({ state }) => state);
}

/** One change of the rules at a time. Ends with the transaction. */
export async function lockRules(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(7411956)`;
}
