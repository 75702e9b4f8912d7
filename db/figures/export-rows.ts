// Rows for exports, in batches, so that a large export does not fill memory. No identity and no reporter's words.
import type { Db } from '../connection/client.ts';
import { isCorrection, isLate, isUpward } from './beyond.ts';
import type { FigureScope } from './kept.ts';
import { isProvisional } from '../complaints/provisional.ts';
import { involves, subtreeOf } from '../complaints/involved.ts';
import { provisionalDues } from '../record/provisional-dues.ts';
import { levelNames } from '../../sop/terms.ts';
import { ratingThatCounts } from '../ratings/rated.ts';
import { referencesInOne } from '../references/references.ts';

const batch = 500;

export type Cell = string | number | boolean | Date | null;
export type ExportRow = Record<string, Cell>;

/**
 * In order of receipt. Each batch is a statement of its own, from where the one before ended, and between two of them
 * no connection is held. Number and receipt of a complaint never change, so none comes twice and none is left out; what
 * else changes meanwhile is as its batch finds it. What is filed meanwhile comes too, unless it was received earlier
 * than what has gone out by then.
 */
export function complaintRows(db: Db, scope: FigureScope): AsyncGenerator<ExportRow[]> {
  // The key goes as text: a JavaScript date would cut the microseconds, and so repeat or skip rows.
  return batches<{ keyAt: string; number: string }>(
    (after) => db<(ExportRow & { keyAt: string; number: string })[]>`
      with ${subtreeOf(db, scope.officeId)}
      select c.received_at::text as key_at,
        c.number, c.kind, c.oversight, c.title, c.channel, c.category, c.confidentiality, c.received_at, c.status,
        c.step, h.name as holder, c.deadline, c.first_response_due, c.first_response_at, c.whole_due, c.answered_at,
        a.name as answered_by, c.ended_at, c.closed_by, ${referencesInOne(db)} as "references", c.duplicate_of,
        (select count(*) from complaints d where d.duplicate_of = c.number) as followers,
        ${isProvisional(db, 'seen')} as deadline_provisional,
        ${isProvisional(db, 'firstResponse')} as first_response_provisional,
        ${isProvisional(db, 'whole')} as whole_provisional,
        r.score as rating, r.at as rated_at, ro.name as rated_for,
        happened.*, advice.*,
        (select count(*) from visits v where v.number = c.number and v.breached_at is not null) as breaches
      from complaints c left join offices h on h.id = c.holder_id left join offices a on a.id = c.answer_office_id
        left join ${ratingThatCounts(db)} left join offices ro on ro.id = r.office_id
        cross join lateral (
          select count(*) filter (where e.type = 'returned') as returns,
            count(*) filter (where e.type = 'objected') as objections,
            count(*) filter (where ${isUpward(db)}) as objections_upward,
            count(*) filter (where e.type = 'recalled') as recalls,
            count(*) filter (where e.type = 'messaged') as messages,
            count(*) filter (where ${isCorrection(db)}) as corrections,
            count(*) filter (where e.type = 'extended') as extensions
          from events e where e.number = c.number
        ) happened cross join lateral (
          select count(*) as consultations, count(*) filter (where ${isLate(db)}) as late_consultations
          from consultations k where k.number = c.number
        ) advice
      where ${within(db, scope)}
        ${after ? db`and (c.received_at, c.number) > (${after.keyAt}::text::timestamptz, ${after.number})` : db``}
      order by c.received_at, c.number limit ${batch}`,
  );
}

/**
 * One row an event, as process mining takes it: by complaint, each in the order of its record, which only grows; and between
 * them by time, without a seq, what other offices were asked (reading 24).
 */
export function eventRows(db: Db, scope: FigureScope): AsyncGenerator<ExportRow[]> {
  return marked(
    db,
    besideThem(ownEventRows(db, scope), (numbers) => consultationRows(db, numbers)),
  );
}

/** reading 30. */
async function* marked(db: Db, events: AsyncGenerator<ExportRow[]>): AsyncGenerator<ExportRow[]> {
  for await (const rows of events) {
    const isProvisionalDue = await provisionalDues(db, [
      ...new Set(rows.map(({ caseId }) => String(caseId))),
    ]);
    yield rows.map((row) => ({
      ...row,
      deadlineProvisional: isProvisionalDue(String(row.caseId), row.deadline as Date | null),
    }));
  }
}

function ownEventRows(db: Db, scope: FigureScope): AsyncGenerator<ExportRow[]> {
  return batches<{ caseId: string; seq: number }>(
    (after) => db<(ExportRow & { caseId: string; seq: number })[]>`
      with ${subtreeOf(db, scope.officeId)}
      select e.number as case_id, e.type as activity, e.at as timestamp,
        coalesce(f.name, case e.actor_role when 'reporter' then ${levelNames.reporter} else ${levelNames.system} end) as resource,
        e.seq, e.step, e.to_step, e.status, e.actor_role as role, e.actor_office_id as office_id,
        e.from_office_id as from_office, e.to_office_id as to_office,
        coalesce((e.data #>> '{alert,due}')::timestamptz, e.deadline) as deadline,
        c.kind, c.channel, c.category, ${referencesInOne(db)} as "references", r.score as rating, coalesce(e.data #>> '{alert,clock}', e.data #>> '{undone,clock}') as clock,
        case when e.type = 'breached' or e.data #> '{alert,missed}' = 'true' then e.data #>> '{alert,charged}' end as charged_office,
        e.data ->> 'duplicateOf' as duplicate_of, e.data ->> 'via' as via, e.data #>> '{refused,action}' as refused_action,
        e.data #>> '{refused,code}' as refused_code
      from events e join complaints c on c.number = e.number left join offices f on f.id = e.actor_office_id
        left join ${ratingThatCounts(db)}
      where ${within(db, scope)}
        ${after ? db`and (e.number, e.seq) > (${after.caseId}, ${after.seq})` : db``}
      order by e.number, e.seq limit ${batch}`,
  );
}

/** As event rows; what they have of a complaint, those have too. */
function consultationRows(db: Db, numbers: string[]): Promise<ExportRow[]> {
  return db<ExportRow[]>`
    select e.number as case_id, e.type as activity, e.at as timestamp,
      coalesce(f.name, ${levelNames.system}) as resource, e.consultation_id as consultation, e.step, e.step as to_step,
      e.status, e.actor_role as role, e.actor_office_id as office_id, e.from_office_id as from_office,
      e.office_id as to_office, e.deadline,
      case when e.type in ('consultation-warned', 'consultation-late', 'consultation-unbreached') then 'consultation' end as clock,
      case when e.type = 'consultation-late' then e.office_id end as charged_office
    from consultation_events e left join offices f on f.id = e.actor_office_id
    where e.number = any(${numbers}) order by e.number, e.nth`;
}

/** Puts what is beside the events of each complaint between them, by time. */
async function* besideThem(
  events: AsyncGenerator<ExportRow[]>,
  ask: (numbers: string[]) => Promise<ExportRow[]>,
): AsyncGenerator<ExportRow[]> {
  let current: Cell | undefined;
  let waiting: ExportRow[] = [];
  let like: ExportRow = {};
  const known = new Map<Cell | undefined, ExportRow[]>();
  const until = (at: Cell | undefined): ExportRow[] => {
    const place = waiting.findIndex(({ timestamp }) => at !== undefined && Number(timestamp) >= Number(at));
    return waiting
      .splice(0, place === -1 ? waiting.length : place)
      .map((row) => ({ ...alike(like), ...row }));
  };
  for await (const rows of events) {
    const news = [...new Set(rows.map(({ caseId }) => String(caseId)))].filter((one) => one !== current);
    for (const row of await ask(news)) known.set(row.caseId, [...(known.get(row.caseId) ?? []), row]);
    const out: ExportRow[] = [];
    for (const row of rows) {
      if (row.caseId !== current) {
        out.push(...until(undefined));
        waiting = known.get(row.caseId) ?? [];
        known.delete(row.caseId);
        current = row.caseId;
      }
      like = row;
      out.push(...until(row.timestamp), row);
    }
    yield out;
  }
  const rest = until(undefined);
  if (rest.length > 0) yield rest;
}

/** What every row of a complaint says. */
function alike({
  kind = null,
  channel = null,
  category = null,
  references = null,
  rating = null,
}: ExportRow): ExportRow {
  return { kind, channel, category, references, rating };
}

async function* batches<Key>(
  next: (after: Key | undefined) => Promise<(ExportRow & Key)[]>,
): AsyncGenerator<ExportRow[]> {
  let after: Key | undefined;
  for (;;) {
    const rows = await next(after);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1);
  }
}

function within(db: Db, { officeId, from, to }: FigureScope) {
  return db`${involves(db, officeId)}
    and (${from}::timestamptz is null or c.received_at >= ${from})
    and (${to}::timestamptz is null or c.received_at < ${to})`;
}
