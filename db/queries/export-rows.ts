// Rows for exports, in batches, so that a large export does not fill memory. No identity and no reporter's words.
import type { Sql } from '../client.ts';
import type { FigureScope } from './figures.ts';
import { involves, subtreeOf } from './involved.ts';

const batch = 500;

export type Cell = string | number | boolean | Date | null;
export type ExportRow = Record<string, Cell>;

export function complaintRows(sql: Sql, scope: FigureScope): AsyncIterable<ExportRow[]> {
  return sql<ExportRow[]>`
    with ${subtreeOf(sql, scope.officeId)}
    select c.number, c.kind, c.oversight, c.title, c.channel, c.category, c.confidentiality, c.received_at, c.status,
      c.step, h.name as holder, c.deadline, c.first_response_due, c.first_response_at, c.whole_due, c.answered_at,
      a.name as answered_by, c.ended_at, c.closed_by,
      (select count(*) from events e where e.number = c.number and e.type = 'returned') as returns,
      (select count(*) from events e where e.number = c.number and e.type = 'objected') as objections,
      (select count(*) from visits v where v.number = c.number and v.breached_at is not null) as breaches
    from complaints c left join offices h on h.id = c.holder_id left join offices a on a.id = c.answer_office_id
    where ${within(sql, scope)} order by c.received_at, c.number`.cursor(batch);
}

/** One row an event, as process mining takes it. */
export function eventRows(sql: Sql, scope: FigureScope): AsyncIterable<ExportRow[]> {
  return sql<ExportRow[]>`
    with ${subtreeOf(sql, scope.officeId)}
    select e.number as case_id, e.type as activity, e.at as timestamp,
      coalesce(f.name, case e.actor_role when 'reporter' then 'Pelapor' else 'Sistem' end) as resource,
      e.seq, e.step, e.to_step, e.status, e.actor_role as role, e.actor_office_id as office_id,
      e.from_office_id as from_office, e.to_office_id as to_office, e.deadline,
      c.kind, c.channel, c.category, e.data #>> '{alert,clock}' as clock,
      case when e.type = 'breached' then e.data #>> '{alert,charged}' end as charged_office,
      e.data ->> 'via' as via, e.data #>> '{refused,action}' as refused_action,
      e.data #>> '{refused,code}' as refused_code
    from events e join complaints c on c.number = e.number left join offices f on f.id = e.actor_office_id
    where ${within(sql, scope)} order by e.number, e.seq`.cursor(batch);
}

function within(sql: Sql, { officeId, from, to }: FigureScope) {
  return sql`${involves(sql, officeId)}
    and (${from}::timestamptz is null or c.received_at >= ${from})
    and (${to}::timestamptz is null or c.received_at < ${to})`;
}
