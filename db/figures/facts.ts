// What each report counts for in which figure, and to whom: reckoned anew from the record, for the reports that are asked for.
import { publicZone } from '../../sop/offices.ts';
import { isOverdue } from '../complaints/overdue.ts';
import type { Db, Piece } from '../connection/client.ts';
import { ratingThatCounts } from '../ratings/rated.ts';
import { beyond, isLate } from './beyond.ts';
import { isMet, lateOnce, returnedOnce } from './listed/once.ts';

/** What is counted, and by which key; `n` reports, or how often it happened, with the sum of their times where there is one. */
export type Figure =
  /** By its value. */
  | CountedBy
  /** Open, by row and holder. */
  | 'held'
  /** Closed, by whom. */
  | 'closed'
  /** By period and what happened in it: `received`, `answered`, `ended`. */
  | Unit
  /** Held past the row's limit, by row and holder. */
  | 'overdue'
  /** Held within it, by the day on which it ends where the holder is, row and holder. */
  | 'due'
  /** Held while the reporter is waited for, by holder. */
  | 'waiting'
  /** Objections. */
  | 'reopened'
  /** Returns, by office from and to. */
  | 'returned'
  /** Visits that have ended or were breached, by row, or office, and `within` or `late`. */
  | 'visits-step'
  | 'visits-office'
  /** Office time of visits in milliseconds, by row, or office, and bucket. */
  | 'time-step'
  | 'time-office'
  /** From receipt to answer in milliseconds, by bucket. */
  | 'answer-time'
  /** respon awal and the whole (reading 13), by clock and `within` or `late`. */
  | 'clock'
  /** Reports by week, once each that a visit of theirs ended or was late in it: `handled`; and `late` where one was late. */
  | 'weekly'
  /** Reports, each once: late at a row, in all (`all`), by `step` and row, by `office`; returned, by office from and to, '' for any. */
  | 'once-late'
  | 'once-returned'
  /** By office, kind and score. */
  | 'rating'
  /** Reports, by what was beyond the straight way; and once more by that and the office. */
  | 'beyond';

/** By what reports are counted; `holder` is `system` when no office holds it, `category` `-` without one. */
export type CountedBy = 'status' | 'kind' | 'category' | 'channel' | 'step' | 'holder';
export type Unit = 'week' | 'month';
/** ISO week, or month. */
const formats = { week: 'IYYY"-W"IW', month: 'YYYY-MM' };

/**
 * Common tables of the reports `numbers`, for a `with recursive`: `own` (the reports), `fact` (`number`, and what makes a
 * `figure_fact`), `reach` (`number`, and the `offices` that it names and all above them) and `turn` (`number`, and `until`
 * when its facts hold though nothing happens). By now.
 */
export function facts(db: Db, numbers: readonly string[]) {
  const wanted = db`= any(array(select number from wanted))`;
  return db`
    wanted as (select unnest(${numbers as string[]}::text[]) as number),
    own as materialized (
      select c.number, c.received_at, c.kind, c.category, c.channel, c.status, c.step, c.holder_id, c.agency_id,
        c.filed_by_office_id, c.deadline, c.first_response_at, c.answered_at, c.ended_at, c.closed_by, c.rating_count
      from complaints c where c.number ${wanted}
    ), ${offices(db, wanted)}, fact as materialized (
      select number, scopes, figure, key, sum(n)::bigint as n, sum(total)::bigint as total
      from (${ofReports(db)} union all ${ofVisits(db, wanted)} union all ${ofWeeks(db, wanted)}
        union all ${ofEvents(db, wanted)} union all ${ofOnce(db, wanted)} union all ${ofClocks(db, wanted)} union all ${ofRatings(db)} union all ${ofBeyond(db)}) counted
      group by number, scopes, figure, key
    ), reach as (
      select n.number, array_agg(distinct u.scope) as offices from named n join up u on u.office = n.office group by n.number
    ), turn as (
      select c.number, least(case when c.deadline >= now() then c.deadline end, (
        select min(k.due) from consultations k
        where k.number = c.number and k.status = 'open' and not ${isLate(db)})) as until
      from own c
    )`;
}

/**
 * Who sees what: `part` (offices that have or had a part in a report, as `involves` has it), `seen` (in whose part of the
 * tree a report is), and of each office that a report names `above`, from where it is looked at; '' is who sees all.
 */
function offices(db: Db, wanted: Piece) {
  return db`
    part as materialized (
      select c.number, office.id as office
      from own c, lateral (values (c.holder_id), (c.agency_id), (c.filed_by_office_id)) office (id)
      where office.id is not null
      union select v.number, v.office_id from visits v where v.number ${wanted} and v.office_id is not null
      union select k.number, k.office_id from consultations k where k.number ${wanted} and k.status = 'open'
    ), happened as materialized (
      select distinct figure, number, office_id as office from (${beyond(db)}) b
      where number ${wanted} and office_id is not null
    ), breach as materialized (
      select number, clock, array_agg(charged) as offices from breaches
      where number ${wanted} and clock in ('firstResponse', 'whole') group by number, clock
    ), rated as materialized (
      select c.number, c.kind, r.office_id as office, r.score from own c join ${ratingThatCounts(db)}
    ), named as materialized (
      select number, office from part union select number, office from happened
      union select number, charged from breach, unnest(offices) charged where charged is not null
      union select number, office from rated
    ), up as (
      select office, office as scope from named union select office, '' from named
      -- reading 27: what an office had is its successor's.
      union select u.office, above.id
      from up u join offices o on o.id = u.scope cross join lateral (values (o.parent_id), (o.successor_id)) above (id)
      where above.id is not null
    ), above as materialized (
      select office, array_agg(scope) as scopes from up group by office
    ), seen as materialized (
      select c.number, coalesce(array_agg(distinct u.scope) filter (where u.scope is not null), array['']) as scopes
      from own c left join part p on p.number = c.number left join up u on u.office = p.office group by c.number
    )`;
}

/** Of `scopes` those from which one of `offices` is looked at. */
function ofThose(db: Db, scopes: Piece, offices: Piece) {
  return db`array(select unnest(${scopes}) intersect select u.scope from up u where u.office = any(${offices}))`;
}

/** How the report stands. */
function ofReports(db: Db) {
  const period = (unit: Unit, at: Piece) => db`to_char(${at} at time zone ${publicZone}, ${formats[unit]})`;
  const marked = (unit: Unit, mark: 'received' | 'answered' | 'ended') => {
    const at = db`c.${db(`${mark}_at`)}`;
    return db`(${unit}, case when ${at} is not null then array[${period(unit, at)}, ${mark}] end, 0)`;
  };
  return db`
    select c.number, s.scopes, f.figure, f.key, 1 as n, f.total
    from own c join seen s on s.number = c.number left join offices h on h.id = c.holder_id cross join lateral (values
      ('status', array[c.status], 0::bigint), ('kind', array[c.kind], 0), ('channel', array[c.channel], 0),
      ('category', array[coalesce(c.category, '-')], 0), ('step', array[c.step::text], 0),
      ('holder', array[coalesce(c.holder_id, 'system')], 0),
      ('held', case when c.ended_at is null then array[c.step::text, coalesce(c.holder_id, 'system')] end, 0),
      ('closed', case when c.status = 'closed' and c.closed_by is not null then array[c.closed_by] end, 0),
      ('overdue', case when ${isOverdue(db)} then array[c.step::text, c.holder_id] end, 0),
      ('due', case when c.holder_id is not null and c.status <> 'awaiting-completion' and c.deadline >= now()
        then array[to_char(c.deadline at time zone h.time_zone, 'YYYY-MM-DD'), c.step::text, c.holder_id] end, 0),
      ('waiting', case when c.ended_at is null and c.status = 'awaiting-completion' and c.holder_id is not null
        then array[c.holder_id] end, 0),
      ('answer-time', case when c.answered_at is not null
        then array[figure_answer_bucket(figure_answer_ms(c.received_at, c.answered_at))::text] end,
        figure_answer_ms(c.received_at, c.answered_at)),
      ${marked('week', 'received')}, ${marked('week', 'answered')}, ${marked('week', 'ended')},
      ${marked('month', 'received')}, ${marked('month', 'answered')}, ${marked('month', 'ended')}
    ) f (figure, key, total) where f.key is not null`;
}

/** The ledger: a visit counts where its office is looked at (reading 17). */
function ofVisits(db: Db, wanted: Piece) {
  const judged = db`case when v.breached_at is null then 'within' else 'late' end`;
  const timed = (by: Piece) =>
    db`case when v.consumed_ms is not null then array[${by}, figure_visit_bucket(v.consumed_ms)::text] end`;
  return db`
    select v.number, a.scopes, f.figure, f.key, 1, f.total
    from visits v join above a on a.office = v.office_id cross join lateral (values
      ('visits-step', array[v.step::text, ${judged}], 0::bigint), ('visits-office', array[v.office_id, ${judged}], 0),
      ('time-step', ${timed(db`v.step::text`)}, v.consumed_ms), ('time-office', ${timed(db`v.office_id`)}, v.consumed_ms)
    ) f (figure, key, total)
    where v.number ${wanted} and (v.ended_at is not null or v.breached_at is not null) and f.key is not null`;
}

/** Each report once a week, where the offices are looked at that held it then. */
function ofWeeks(db: Db, wanted: Piece) {
  return db`
    select w.number, ${ofThose(db, db`s.scopes`, db`w.offices`)}, 'weekly', array[w.week, w.what], 1, 0
    from (
      select v.number, to_char(m.at at time zone ${publicZone}, ${formats.week}) as week, m.what, array_agg(v.office_id) as offices
      from visits v cross join lateral (values
        (v.ended_at, 'handled'), (v.breached_at, 'handled'), (v.breached_at, 'late')) m (at, what)
      where v.number ${wanted} and v.office_id is not null and m.at is not null group by 1, 2, 3
    ) w join seen s on s.number = w.number`;
}

function ofEvents(db: Db, wanted: Piece) {
  return db`
    select e.number, s.scopes, e.figure, e.key, 1, 0
    from (
      select number, case type when 'returned' then 'returned' else 'reopened' end as figure,
        case type when 'returned' then array[from_office_id, to_office_id] else array[]::text[] end as key
      from events where number ${wanted} and type in ('returned', 'objected') offset 0
    ) e join seen s on s.number = e.number`;
}

/**
 * Respon awal and the whole (reading 13), for reports for which the clock began: within when it was met without a breach
 * that stands, late once breached, neither while it still runs. A breach counts in the part of the tree that held the
 * report then (reading 17); elsewhere the report is neither.
 */
function ofClocks(db: Db, wanted: Piece) {
  const met = isMet(db);
  return db`
    select c.number,
      case when b.number is null then s.scopes
        else array(select unnest(${ofThose(db, db`s.scopes`, db`b.offices`)}) union select '') end,
      'clock', array[begun.clock, case when b.number is null then 'within' else 'late' end], 1, 0
    from (
      select distinct e.number, requested ->> 'clock' as clock
      from events e, jsonb_path_query(e.data, '$.clocks[*].request') requested
      where e.number ${wanted} and requested ->> 'clock' in ('firstResponse', 'whole')
    ) begun join own c on c.number = begun.number join seen s on s.number = c.number
      left join breach b on b.number = begun.number and b.clock = begun.clock
    where b.number is not null or case begun.clock when 'whole' then ${met.whole} else ${met.firstResponse} end`;
}

/** Each report once, however often it was late or returned. */
function ofOnce(db: Db, wanted: Piece) {
  return db`
    select l.number, ${ofThose(db, db`s.scopes`, db`l.offices`)}, 'once-late', l.key, 1, 0
    from (${lateOnce(db, wanted)}) l join seen s on s.number = l.number
    union all
    select r.number, s.scopes, 'once-returned', r.key, 1, 0
    from (${returnedOnce(db, wanted)}) r join seen s on s.number = r.number`;
}

/** The one that counts, for the office whose answer was in force (reading 26). */
function ofRatings(db: Db) {
  return db`
    select r.number, ${ofThose(db, db`s.scopes`, db`array[r.office]`)}, 'rating',
      array[r.office, r.kind, r.score::text], 1, 0
    from rated r join seen s on s.number = r.number`;
}

/** Each report once, whatever happened how often; and once for each office. */
function ofBeyond(db: Db) {
  return db`
    select h.number, ${ofThose(db, db`s.scopes`, db`h.offices`)}, 'beyond', h.key, 1, 0
    from (
      select number, array[figure] as key, array_agg(office) as offices from happened group by number, figure
      union all select number, array[figure, office], array[office] from happened
    ) h join seen s on s.number = h.number`;
}
