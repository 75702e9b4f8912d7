// Figures from the record, each a recount of complaints, visits and events: what is kept of them is held against this.
import type { Db } from '../../../db/connection/client.ts';
import { one } from '../../../db/connection/rows.ts';
import { isDueToday, isOverdue } from '../../../db/complaints/overdue.ts';
import { involves, subtreeOf } from '../../../db/complaints/involved.ts';
import type {
  AnswerDays,
  ClockFigure,
  HeldFigure,
  LateReports,
  ReturnedReport,
  ReturnFigure,
  Spread,
  Totals,
  TrendFigure,
} from '../../../db/figures/figures.ts';
import type { FigureScope } from '../../../db/figures/kept.ts';
import { publicZone } from '../../../sop/offices.ts';

/** The common tables of every figure: the offices in view, and the complaints. */
export function scoped(db: Db, { officeId, from, to }: FigureScope) {
  return db`
    with ${subtreeOf(db, officeId)}, own as (
      select c.* from complaints c
      where ${involves(db, officeId)}
        and (${from}::timestamptz is null or c.received_at >= ${from})
        and (${to}::timestamptz is null or c.received_at < ${to})
    )`;
}

/** Visits of offices in view: with `officeId`, only those charged to its part of the tree (reading 17). */
function ownVisits(db: Db, { officeId }: FigureScope) {
  return db`(
    select v.* from visits v join own c on c.number = v.number
    where v.office_id is not null
      and (${officeId}::text is null or v.office_id in (select id from subtree)))`;
}

type CountedBy = 'status' | 'kind' | 'category' | 'channel' | 'step' | 'holder_id';

/** How many complaints of each value; `none`: where there is none. */
export async function countsBy(
  db: Db,
  scope: FigureScope,
  column: CountedBy,
  none = '-',
): Promise<Record<string, number>> {
  const rows = await db<{ key: string | null; count: number }[]>`
    ${scoped(db, scope)} select ${db(column)}::text as key, count(*) as count from own group by 1`;
  return Object.fromEntries(rows.map(({ key, count }) => [key ?? none, count]));
}

/** Visits by row or office: within or past their limit, and the office time they took. */
export async function spreadBy(
  db: Db,
  scope: FigureScope,
  column: 'step' | 'office_id',
): Promise<(Spread & { key: string })[]> {
  return db<(Spread & { key: string })[]>`
    ${scoped(db, scope)}
    select ${db(column)}::text as key, count(*) as visits,
      count(*) filter (where breached_at is null) as within,
      count(*) filter (where breached_at is not null) as late,
      (avg(consumed_ms) / 60000.0)::float8 as mean_minutes,
      (percentile_cont(0.5) within group (order by consumed_ms) / 60000.0)::float8 as median_minutes,
      (percentile_cont(0.9) within group (order by consumed_ms) / 60000.0)::float8 as p90_minutes
    from ${ownVisits(db, scope)} v where ended_at is not null or breached_at is not null
    group by ${db(column)} order by ${db(column)}`;
}

type Clock = ClockFigure & { clock: 'row' | 'firstResponse' | 'whole' };

/**
 * The three clocks (reading 13). Row: visits. Respon awal and the whole: complaints for which the clock began; within
 * when it was met without a breach that stands, late once breached, neither while it still runs. A breach counts in the part of the
 * tree that held the report then (reading 17); elsewhere the report is neither.
 */
export async function clockFigures(db: Db, scope: FigureScope): Promise<Clock[]> {
  return db<Clock[]>`
    ${scoped(db, scope)}, begun as (
      select distinct e.number, requested ->> 'clock' as clock
      from events e join own c on c.number = e.number, jsonb_path_query(e.data, '$.clocks[*].request') requested
      where requested ->> 'clock' in ('firstResponse', 'whole')
    ), judged as (
      select b.clock,
        breaches.late, breaches.own,
        case b.clock when 'whole' then c.status = 'answered' or c.ended_at is not null
          else c.first_response_at is not null or c.answered_at is not null or c.ended_at is not null end as met
      from begun b join own c on c.number = b.number cross join lateral (
        select count(*) > 0 as late, count(*) filter (where ${scope.officeId}::text is null
          or e.charged in (select id from subtree)) > 0 as own
        from breaches e where e.number = b.number and e.clock = b.clock
      ) breaches
    )
    select 'row' as clock, count(*) filter (where breached_at is null and ended_at is not null) as within,
      count(*) filter (where breached_at is not null) as late
    from ${ownVisits(db, scope)} v
    union all
    select clock, count(*) filter (where met and not late), count(*) filter (where late and own)
    from judged group by clock`;
}

/** Held past the row's limit at this moment. */
export async function overdueNow(db: Db, scope: FigureScope): Promise<HeldFigure[]> {
  return db<HeldFigure[]>`
    ${scoped(db, scope)} select step, holder_id as office_id, count(*) as count from own c where ${isOverdue(db)}
    group by step, holder_id order by step, holder_id`;
}

/** Held within the row's limit, which ends today where the holder is. */
export async function dueToday(db: Db, scope: FigureScope): Promise<HeldFigure[]> {
  return db<HeldFigure[]>`
    ${scoped(db, scope)} select c.step, c.holder_id as office_id, count(*) as count
    from own c join offices h on h.id = c.holder_id where ${isDueToday(db)}
    group by c.step, c.holder_id order by c.step, c.holder_id`;
}

/** Returns between offices (readings 8–10). */
export async function returnFigures(db: Db, scope: FigureScope): Promise<ReturnFigure[]> {
  return db<ReturnFigure[]>`
    ${scoped(db, scope)} select e.from_office_id as "from", e.to_office_id as "to", count(*) as count
    from events e join own c on c.number = e.number where e.type = 'returned' group by 1, 2 order by 3 desc, 1, 2`;
}

/** Reports that were late at a row, each once. */
export async function lateReports(db: Db, scope: FigureScope): Promise<LateReports> {
  const rows = await db<{ step: string | null; officeId: string | null; count: number }[]>`
    ${scoped(db, scope)}
    select step::text, office_id, count(distinct number) as count
    from ${ownVisits(db, scope)} v where breached_at is not null group by grouping sets ((), (step), (office_id))`;
  const of = (by: 'step' | 'officeId') =>
    Object.fromEntries(rows.flatMap((row) => (row[by] === null ? [] : [[row[by], row.count]])));
  const total = rows.find(({ step, officeId }) => step === null && officeId === null)?.count ?? 0;
  return { total, steps: of('step'), offices: of('officeId') };
}

/** Reports that were returned, each once: by office from and to, from one, to one, and in all. */
export async function returnedReports(db: Db, scope: FigureScope): Promise<ReturnedReport[]> {
  return db<ReturnedReport[]>`
    ${scoped(db, scope)}
    select coalesce(e.from_office_id, '') as "from", coalesce(e.to_office_id, '') as "to",
      count(distinct e.number) as count
    from events e join own c on c.number = e.number where e.type = 'returned'
    group by grouping sets ((e.from_office_id, e.to_office_id), (e.from_office_id), (e.to_office_id), ())`;
}

/** With the days of 24 hours from receipt to the substantive answer. */
export async function totals(db: Db, scope: FigureScope): Promise<Totals & AnswerDays> {
  const rows = await db<(Totals & AnswerDays)[]>`
    ${scoped(db, scope)}, answer as (
      select extract(epoch from answered_at - received_at) / 86400.0 as days from own where answered_at is not null
    )
    select count(*) as total, count(*) filter (where ended_at is null) as open,
      (select count(*) from events e join own c on c.number = e.number where e.type = 'objected') as reopenings,
      count(*) filter (where status = 'closed' and closed_by = 'system') as closed_by_system,
      count(*) filter (where status = 'closed' and closed_by = 'reporter') as closed_by_reporter,
      count(*) filter (where status = 'closed' and closed_by = 'office') as closed_by_office,
      (select avg(days)::float8 from answer) as mean,
      (select percentile_cont(0.5) within group (order by days)::float8 from answer) as median,
      (select percentile_cont(0.9) within group (order by days)::float8 from answer) as p90
    from own`;
  return one(rows);
}

/** By ISO week or month in WIB: what came in, was answered, and ended in it. */
export async function trend(db: Db, scope: FigureScope, unit: 'week' | 'month'): Promise<TrendFigure[]> {
  const format = unit === 'week' ? 'IYYY"-W"IW' : 'YYYY-MM';
  return db<TrendFigure[]>`
    ${scoped(db, scope)}, marks as (
      select received_at as at, 1 as received, 0 as answered, 0 as ended from own
      union all select answered_at, 0, 1, 0 from own where answered_at is not null
      union all select ended_at, 0, 0, 1 from own where ended_at is not null
    )
    select to_char(at at time zone ${publicZone}, ${format}) as period, sum(received)::int as received,
      sum(answered)::int as answered, sum(ended)::int as ended
    from marks group by 1 order by 1`;
}
