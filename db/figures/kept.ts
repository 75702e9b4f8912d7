// Reads the sums of the figures (decision 32), with what is not folded into them yet counted as it stands.
import type { Db, Piece } from '../connection/client.ts';
import { type Figure, facts } from './facts.ts';
import { unfolded, withDays } from './fold.ts';
import type { Zone } from '../../sop/offices.ts';
import { type Received, spanOf } from './span.ts';

export interface FigureScope extends Received {
  /** The complaints that the offices under it have or had a part in; null: all. */
  officeId: string | null;
}

/** How often, and the sum of what was measured. */
export interface Sum {
  key: string[];
  n: number;
  total: number;
}

/** What stands in a scope, as of one moment. */
export type Figures = ReadonlyMap<Figure, readonly Sum[]>;

/** Where a day begins first. */
const easternmost: Zone = 'Asia/Jayapura';

export interface Wanted {
  /** Those alone. */
  only?: readonly Figure[];
  /** Of `due` what ends by that day, `YYYY-MM-DD` where the holder is; absent: what ends today. */
  day?: string;
}

/**
 * As a recount would have it now. In a transaction that is `repeatable read`: what is folded in between two statements
 * would count twice.
 */
export async function keptFigures(tx: Db, scope: FigureScope, { only, day }: Wanted = {}): Promise<Figures> {
  const top = scope.officeId ?? '';
  const isAll = scope.from === null && scope.to === null;
  const { sums, summed: whole, edges } = spanOf(scope, isAll || (await hasDays(tx, scope.officeId)));
  const changed = await inPeriod(tx, await unfolded(tx), scope);
  const received = (at: Piece, { from, to }: Received) =>
    tx`((${from}::timestamptz is null or ${at} >= ${from}) and (${to}::timestamptz is null or ${at} < ${to}))`;
  const wanted = (figure: Piece) =>
    only === undefined ? tx`true` : tx`${figure} = any(${only as string[]}::text[])`;
  const today = (zone: Piece) => tx`to_char(now() at time zone ${zone}, 'YYYY-MM-DD')`;
  const soon = day === undefined ? today(tx`${easternmost}::text`) : tx`${day}`;
  const isDue =
    day === undefined
      ? tx`key[1] = (select ${today(tx`o.time_zone`)} from offices o where o.id = key[3])`
      : tx`key[1] <= ${day}`;
  const ofReports = tx`figure_reports r cross join unnest(r.facts) f`;
  const seen = tx`${top} = any(f.scopes) and ${wanted(tx`f.figure`)}`;
  const parts = [
    ...sums.map(
      ([from, before]) => tx`
        select figure, key, n, total from figure_cells
        where scope = ${top} and span >= ${from} and span < ${before} and ${wanted(tx`figure`)}
          and (figure <> 'due' or key[1] <= ${soon})`,
    ),
    ...edges.map(
      (edge) => tx`
        select f.figure, f.key, f.n, f.total from ${ofReports}
        where ${received(tx`r.received_at`, edge)} and r.number <> all(${changed}::text[]) and ${seen}`,
    ),
  ];
  if (changed.length > 0) {
    if (whole) {
      parts.push(tx`
        select f.figure, f.key, -f.n, -f.total from ${ofReports}
        where r.number = any(${changed}::text[]) and ${received(tx`r.received_at`, whole)} and ${seen}`);
    }
    parts.push(tx`
      select f.figure, f.key, f.n, f.total from fact f join own c on c.number = f.number
      where ${received(tx`c.received_at`, scope)} and ${seen}`);
  }
  const [part, ...others] = parts;
  if (!part) return new Map();
  const counted = others.reduce((all, one) => tx`${all} union all ${one}`, part);
  // Of all time with nothing to come each stands there once.
  const summed =
    isAll && others.length === 0
      ? counted
      : tx`
    select figure, key, sum(n)::bigint as n, sum(total)::bigint as total from (${counted}) counted
    group by figure, key having sum(n) <> 0`;
  // As JSON, which is read faster than so many rows.
  const rows = await tx<{ figure: Figure; sums: [key: string[], n: number, total: number][] }[]>`
    ${changed.length === 0 ? tx`` : tx`with recursive ${facts(tx, changed)}`}
    select figure, json_agg(json_build_array(key, n, total)) as sums from (${summed}) sums
    where figure <> 'due' or ${isDue} group by figure`;
  return new Map(
    rows.map(({ figure, sums }) => [figure, sums.map(([key, n, total]) => ({ key, n, total }))]),
  );
}

/** Of those reports the ones received in the period, which never changes: the others count for nothing in it. */
async function inPeriod(db: Db, numbers: string[], { from, to }: Received): Promise<string[]> {
  if (numbers.length === 0 || (from === null && to === null)) return numbers;
  const received = db`number = any(${numbers}::text[]) and (${from}::timestamptz is null or received_at >= ${from})
    and (${to}::timestamptz is null or received_at < ${to})`;
  const rows = await db<{ number: string }[]>`
    select number from complaints where ${received} union select number from figure_reports where ${received}`;
  return rows.map(({ number }) => number);
}

/** Whether there are sums of days for who looks from there: for all, and for agencies. */
async function hasDays(db: Db, officeId: string | null): Promise<boolean> {
  const rows = await db`select from (${withDays(db)}) office where id = ${officeId ?? ''}`;
  return rows.length > 0;
}
