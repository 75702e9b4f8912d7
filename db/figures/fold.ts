// Folds what changed into the sums of the figures (decision 32), and makes them anew from the record.
import type { Db, Piece, Sql } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import { publicZone } from '../../sop/offices.ts';
import { facts } from './facts.ts';
import { allTime } from './span.ts';

/** So many reports at once; a reader waits for none of it. */
const batch = 500;
/** What a reader counts by itself without being slower for it. */
const fewChanges = 200;
const longestWait = '1 minute';

/** Reports that count otherwise than the sums have it: something changed, or a deadline has passed since. */
export async function unfolded(db: Db): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select number from figure_changes union select number from figure_reports where until <= now()`;
  return rows.map(({ number }) => number);
}

/** From where so many reports are looked at that days have sums of their own: '' (who sees all), national, agencies. */
export function withDays(db: Db) {
  return db`select '' as id union all select id from offices where level in ('national', 'agency')`;
}

/** Folds all of it in, when there is much of it or it has waited for a minute. Gives how many reports that were. */
export async function foldWhenDue(sql: Sql): Promise<number> {
  const rows = await sql<{ due: boolean }[]>`
    select coalesce(count(distinct number) >= ${fewChanges} or min(at) < now() - ${longestWait}::interval, false)
      or exists (select from figure_reports where until < now() - ${longestWait}::interval) as due
    from figure_changes`;
  return one(rows).due ? foldFigures(sql) : 0;
}

/**
 * Folds in what has changed until now, a batch a transaction: what dies on the way leaves the sums as they were before
 * its batch. One process at a time; who comes meanwhile waits. Gives how many reports that were.
 */
export async function foldFigures(sql: Sql): Promise<number> {
  // Looked for once: what changes while others are folded is folded as it is then, or noted and found the next time.
  const numbers = await unfolded(sql);
  for (let at = 0; at < numbers.length; at += batch) {
    await alone(sql, (tx) => fold(tx, numbers.slice(at, at + batch)));
  }
  return numbers.length;
}

/** Counts every report anew, in one transaction, so that readers have the old sums until the new ones are there. */
export async function rebuildFigures(sql: Sql): Promise<number> {
  return alone(sql, async (tx) => {
    await tx`delete from figure_cells`;
    await tx`delete from figure_reports`;
    await tx`delete from figure_changes`;
    for (let [all, last] = [0, '']; ; ) {
      const rows = await tx<{ number: string }[]>`
        select number from complaints where number > ${last} order by number limit ${batch}`;
      await fold(
        tx,
        rows.map(({ number }) => number),
      );
      all += rows.length;
      last = rows.at(-1)?.number ?? '';
      if (rows.length < batch) return all;
    }
  });
}

/** In one snapshot, which begins when nobody else folds: what is noted in it is in what is read in it, too. */
function alone<T>(sql: Sql, work: (tx: Db) => Promise<T>): Promise<T> {
  return sql.begin('isolation level repeatable read', async (tx) => {
    // It takes no snapshot by itself.
    await tx`lock table figure_cells in share row exclusive mode`;
    return work(tx);
  });
}

/** Puts in place of what those reports counted for what they count for now. */
async function fold(tx: Db, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const dayOf = (at: Piece) => tx`to_char(${at} at time zone ${publicZone}, 'YYYY-MM-DD')`;
  const rows = await tx<{ place: string }[]>`
    with recursive ${facts(tx, numbers)}, daily as materialized (${withDays(tx)}), was as materialized (
      select ${dayOf(tx`r.received_at`)} as day, f.* from figure_reports r cross join unnest(r.facts) f where r.number in (select number from wanted)
    ), told as (
      select number, array_agg((scopes, figure, key, n, total)::figure_fact) as facts from fact group by number
    ), gone as (
      delete from figure_reports r
      where r.number in (select number from wanted) and r.number not in (select number from own)
    ), kept as (
      insert into figure_reports (number, received_at, facts, offices, until)
      select c.number, c.received_at, f.facts, coalesce(r.offices, '{}'), t.until
      from own c join told f on f.number = c.number join turn t on t.number = c.number
        left join reach r on r.number = c.number
      on conflict (number) do update set received_at = excluded.received_at,
        facts = excluded.facts, offices = excluded.offices, until = excluded.until
    ), put as (
      insert into figure_cells as cell (scope, span, figure, key, n, total)
      select scope, level.span, figure, key, sum(n), sum(total)
      from (
        -- What is as it was falls out here, before it comes apart by scope.
        select day, scopes, figure, key, sum(n) as n, sum(total) as total
        from (
          select ${dayOf(tx`c.received_at`)} as day, f.scopes, f.figure, f.key, f.n, f.total from fact f join own c on c.number = f.number
          union all select day, scopes, figure, key, -n, -total from was
        ) moved group by day, scopes, figure, key having sum(n) <> 0 or sum(total) <> 0
      ) moved cross join unnest(scopes) scope cross join lateral (
        values (${allTime}), (left(day, 7)), (case when scope in (select id from daily) then 'd' || day end)
      ) level (span)
      where level.span is not null group by 1, 2, 3, 4 having sum(n) <> 0 or sum(total) <> 0
      on conflict (scope, span, figure, key)
        do update set n = cell.n + excluded.n, total = cell.total + excluded.total
      returning ctid, n, total
    )
    select ctid::text as place from put where n = 0 and total = 0`;
  const empty = rows.map(({ place }) => place);
  if (empty.length > 0) await tx`delete from figure_cells where ctid = any(${empty}::text[]::tid[])`;
  await tx`delete from figure_changes where number = any(${numbers as string[]}::text[])`;
}
