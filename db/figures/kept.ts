// Reads the sums of the figures (decision 32), with what is not folded into them yet counted as it stands.
import type { Db, Piece } from '../connection/client.ts';
import { type Figure, facts } from './facts.ts';
import { unfolded } from './fold.ts';
import type { Zone } from '../../sop/offices.ts';
import { spanOf } from './span.ts';

export interface FigureScope {
  /** The complaints that the offices under it have or had a part in; null: all. */
  officeId: string | null;
  /** Received at or after, and before: instants; null: unbounded. */
  from: string | null;
  to: string | null;
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

type Row = Sum & { figure: Figure };

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
  const { first, before, edges } = spanOf(scope);
  const isAll = scope.from === null && scope.to === null;
  const changed = await unfolded(tx, null);
  const summed = (span: Piece) =>
    isAll
      ? tx`true`
      : tx`(${span} >= ${first ?? '0'} ${before === null ? tx`` : tx`and ${span} < ${before}`})`;
  const received = (at: Piece, [from, to]: readonly [string | null, string | null]) =>
    tx`((${from}::timestamptz is null or ${at} >= ${from}) and (${to}::timestamptz is null or ${at} < ${to}))`;
  const beside = (at: Piece) => edges.reduce((some, edge) => tx`${some} or ${received(at, edge)}`, tx`false`);
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
  const rows = await tx<Row[]>`
    ${changed.length === 0 ? tx`` : tx`with recursive ${facts(tx, changed)}`}
    select figure, key, sum(n)::bigint as n, sum(total)::bigint as total from (
      select figure, key, n, total from figure_cells
      where scope = ${top} and ${isAll ? tx`span = ''` : summed(tx`span`)} and ${wanted(tx`figure`)}
        and (figure <> 'due' or key[1] <= ${soon})
      ${
        edges.length === 0
          ? tx``
          : tx`
        union all select f.figure, f.key, f.n, f.total from ${ofReports}
        where (${beside(tx`r.received_at`)}) and r.number <> all(${changed}::text[]) and ${seen}`
      }
      ${
        changed.length === 0
          ? tx``
          : tx`
        union all select f.figure, f.key, -f.n, -f.total from ${ofReports}
        where r.number = any(${changed}::text[]) and ${summed(tx`r.span`)} and ${seen}
        union all select f.figure, f.key, f.n, f.total from fact f join own c on c.number = f.number
        where ${received(tx`c.received_at`, [scope.from, scope.to])} and ${seen}`
      }
    ) counted where figure <> 'due' or ${isDue}
    group by figure, key having sum(n) <> 0`;
  const found = new Map<Figure, Sum[]>();
  for (const { figure, ...sum } of rows) {
    const sums = found.get(figure);
    if (sums) sums.push(sum);
    else found.set(figure, [sum]);
  }
  return found;
}
