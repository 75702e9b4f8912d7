// Week by week what offices had in hand and were late with, each with all below it.
import { publicZone } from '../../../sop/offices.ts';
import type { Db, Piece } from '../../connection/client.ts';
import { facts } from '../facts.ts';
import { unfolded } from '../fold.ts';
import { allTime } from '../span.ts';

/** Reports, each once a week. */
export interface WeekFigure {
  /** A stay of theirs at a row ended in it, or was late in it. */
  handled: number;
  late: number;
}

export interface Weeks {
  /** ISO weeks in WIB, `2026-W48`, the present one last. */
  weeks: string[];
  /** By office that looks ('' for all), then week; absent: nothing. */
  figures: ReadonlyMap<string, ReadonlyMap<string, WeekFigure>>;
}

/** The last `count` weeks of those offices. In a transaction that is `repeatable read`, as `keptFigures`. */
export async function weeksOf(tx: Db, scopes: readonly string[], count: number): Promise<Weeks> {
  const named = await tx<{ week: string }[]>`
    select to_char(now() at time zone ${publicZone} - make_interval(weeks => back), 'IYYY"-W"IW') as week
    from generate_series(${count - 1}::int, 0, -1) back`;
  const weeks = named.map(({ week }) => week);
  const changed = await unfolded(tx);
  const wanted = scopes as string[];
  const isWanted = (scope: Piece) =>
    tx`figure = 'weekly' and key >= array[${weeks[0] ?? ''}] and ${scope} = any(${wanted}::text[])`;
  const cells = tx`
    select scope, key, n from figure_cells where span = ${allTime} and ${isWanted(tx`scope`)}`;
  const counted =
    changed.length === 0
      ? cells
      : tx`
        ${cells} union all
        select scope, key, -n from figure_reports r cross join unnest(r.facts) f cross join unnest(f.scopes) scope
        where r.number = any(${changed}::text[]) and ${isWanted(tx`scope`)}
        union all
        select scope, key, n from fact cross join unnest(fact.scopes) scope where ${isWanted(tx`scope`)}`;
  const rows = await tx<{ scope: string; week: string; what: keyof WeekFigure; n: number }[]>`
    ${changed.length === 0 ? tx`` : tx`with recursive ${facts(tx, changed)}`}
    select scope, key[1] as week, key[2] as what, sum(n)::int as n from (${counted}) counted
    group by scope, key having sum(n) <> 0`;
  const figures = new Map<string, Map<string, WeekFigure>>();
  for (const { scope, week, what, n } of rows) {
    const known = figures.get(scope) ?? new Map<string, WeekFigure>();
    figures.set(scope, known.set(week, { handled: 0, late: 0, ...known.get(week), [what]: n }));
  }
  return { weeks, figures };
}
