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
export async function keptFigures(
  tx: Db,
  { officeId, ...period }: FigureScope,
  wanted?: Wanted,
): Promise<Figures> {
  const top = officeId ?? '';
  return (await keptOfEach(tx, [top], period, wanted)).get(top) ?? new Map();
}

/** The same of several at once, by the office that looks ('' for who sees all); one that has nothing is not in it. */
export async function keptOfEach(
  tx: Db,
  tops: readonly string[],
  period: Received,
  { only, day }: Wanted = {},
): Promise<ReadonlyMap<string, Figures>> {
  const isAll = period.from === null && period.to === null;
  const { sums, summed: whole, edges } = spanOf(period, isAll || (await haveDays(tx, tops)));
  const changed = await inPeriod(tx, await unfolded(tx), period);
  const looking = tx`${tops as string[]}::text[]`;
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
  const ofReports = tx`figure_reports r cross join unnest(r.facts) f cross join unnest(${looking}) top (scope)`;
  const seen = tx`top.scope = any(f.scopes) and ${wanted(tx`f.figure`)}`;
  const parts = [
    ...sums.map(
      ([from, before]) => tx`
        select scope, figure, key, n, total from figure_cells
        where scope = any(${looking}) and span >= ${from} and span < ${before} and ${wanted(tx`figure`)}
          and (figure <> 'due' or key[1] <= ${soon})`,
    ),
    ...edges.map(
      (edge) => tx`
        select top.scope, f.figure, f.key, f.n, f.total from ${ofReports}
        where ${received(tx`r.received_at`, edge)} and r.number <> all(${changed}::text[]) and ${seen}`,
    ),
  ];
  if (changed.length > 0) {
    if (whole) {
      parts.push(tx`
        select top.scope, f.figure, f.key, -f.n, -f.total from ${ofReports}
        where r.number = any(${changed}::text[]) and ${received(tx`r.received_at`, whole)} and ${seen}`);
    }
    parts.push(tx`
      select top.scope, f.figure, f.key, f.n, f.total
      from fact f join own c on c.number = f.number cross join unnest(${looking}) top (scope)
      where ${received(tx`c.received_at`, period)} and ${seen}`);
  }
  const [part, ...others] = parts;
  if (!part) return new Map();
  const counted = others.reduce((all, one) => tx`${all} union all ${one}`, part);
  // Of all time with nothing to come each stands there once.
  const summed =
    isAll && others.length === 0
      ? counted
      : tx`
    select scope, figure, key, sum(n)::bigint as n, sum(total)::bigint as total from (${counted}) counted
    group by scope, figure, key having sum(n) <> 0`;
  // As JSON, which is read faster than so many rows.
  const rows = await tx<
    { scope: string; figure: Figure; sums: [key: string[], n: number, total: number][] }[]
  >`
    ${changed.length === 0 ? tx`` : tx`with recursive ${facts(tx, changed)}`}
    select scope, figure, json_agg(json_build_array(key, n, total)) as sums from (${summed}) sums
    where figure <> 'due' or ${isDue} group by scope, figure`;
  const found = new Map<string, Map<Figure, Sum[]>>();
  for (const { scope, figure, sums: own } of rows) {
    const known = found.get(scope) ?? new Map<Figure, Sum[]>();
    found.set(
      scope,
      known.set(
        figure,
        own.map(([key, n, total]) => ({ key, n, total })),
      ),
    );
  }
  return found;
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

/** Whether there are sums of days for who looks from each of those: for all, and for agencies. */
async function haveDays(db: Db, tops: readonly string[]): Promise<boolean> {
  const rows = await db`select from (${withDays(db)}) office where id = any(${tops as string[]}::text[])`;
  return rows.length === tops.length;
}
