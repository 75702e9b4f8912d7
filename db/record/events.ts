// The entries of the record: appended, and read with the offices that they name.
import type { Clock } from '../../sop/time/clock.ts';
import type { Entry, Recorded } from '../../sop/entry.ts';
import type { ClockName, Step } from '../../sop/terms.ts';
import type { Correction } from '../complaints/correct.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

/** An entry as a row of `events`, but for the report's number; its clocks go along, so that a repeat can be answered alike. */
export function columnsOfEvent(
  entry: Entry,
  deadline: string | null,
  clocks: readonly Clock[],
  corrections?: readonly Correction[],
) {
  const { binding, refused, alert, moved, undone, duplicateOf, opens, ends, after, actor } = entry;
  const changes = moved?.map((move) => ({
    ...move,
    new: clocks.find(({ request }) => request.clock === move.clock)?.due,
  }));
  return {
    seq: entry.seq,
    at: entry.at,
    type: entry.type,
    step: entry.step,
    to_step: after.step,
    status: after.status,
    actor_role: actor.role,
    actor_office_id: actor.officeId,
    actor_name: actor.name,
    from_office_id: entry.from,
    to_office_id: entry.to,
    reason: entry.reason ?? null,
    text: entry.text ?? null,
    deadline,
    data: {
      binding,
      refused,
      alert,
      opens,
      ends,
      revision: after.revision,
      clocks,
      changes,
      corrections,
      undone,
      duplicateOf,
      via: actor.via,
    },
  };
}

/** Part of a statement: appends the `events` of `given` to the record, in their order, as each is chained to the one before. */
export function appendEvents(db: Db) {
  return db`
    insert into events (number, seq, at, type, step, to_step, status, actor_role, actor_office_id, actor_name,
      from_office_id, to_office_id, reason, text, deadline, data)
    select given.number, e.seq, e.at, e.type, e.step, e.to_step, e.status, e.actor_role, e.actor_office_id, e.actor_name,
      e.from_office_id, e.to_office_id, e.reason, e.text, e.deadline, e.data
    from given, jsonb_populate_recordset(null::events, given.doc -> 'events') e order by e.seq`;
}

/** The clocks that were computed for entries already in the record, and the deadline that people saw after each. */
export async function clocksOfEvents(
  db: Db,
  number: string,
  seqs: readonly number[],
): Promise<{ clocks: Recorded['clocks']; deadlines: NonNullable<Recorded['deadlines']> }> {
  if (seqs.length === 0) return { clocks: [], deadlines: [] };
  const rows = await db<{ seq: number; clocks: Clock[]; deadline: Date | null }[]>`
    select seq, data -> 'clocks' as clocks, deadline from events
    where number = ${number} and seq = any(${seqs as number[]}) order by seq`;
  return {
    clocks: rows.flatMap(({ seq, clocks }) => clocks.map((clock) => ({ seq, clock }))),
    deadlines: rows.map(({ seq, deadline }) => ({ seq, deadline: deadline?.toISOString() ?? null })),
  };
}

/** Part of a statement: the report's own event that was the last before a row of `table`, which has a number and a time; 0: none. */
export function lastSeqBefore(db: Db, table: string) {
  return db`(select coalesce(max(e.seq), 0) from events e
    where e.number = ${db(`${table}.number`)} and e.at <= ${db(`${table}.at`)})`;
}

/** What happened by an entry, and when. */
export interface Happened {
  seq: number;
  at: Date;
  type: string;
  step: Step;
  toStep: Step;
  actorRole: string;
  actorOfficeId: string | null;
  actorName: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  text: string | null;
}

/** The events of these entries that are on record, in order of seq. */
export async function eventsAt(
  db: Db,
  number: string,
  entries: readonly Pick<Entry, 'seq'>[],
): Promise<Happened[]> {
  return db<Happened[]>`
    select seq, at, type, step, to_step, actor_role, actor_office_id, actor_name,
      from_office_id as "from", to_office_id as "to", reason, text
    from events where number = ${number} and seq = any(${entries.map(({ seq }) => seq)}) order by seq`;
}

export interface EventRow {
  number: string;
  seq: number;
  at: Date;
  type: string;
  step: Step;
  toStep: Step;
  actorRole: string;
  actorOfficeId: string | null;
  actorOfficeName: string | null;
  actorName: string;
  from: string | null;
  fromName: string | null;
  to: string | null;
  toName: string | null;
  reason: string | null;
  text: string | null;
  deadline: Date | null;
  /** Of `warned`, `breached`, `escalated`: its clock, that clock's deadline (ISO 8601 UTC), and whom it went to. */
  alert: { clock: ClockName | 'consultation'; due: string; to: { id: string; name: string }[] } | null;
  /** Of `unbreached`: the breach that a decree undid. */
  undone: { clock: ClockName | 'consultation'; due: string } | null;
  /** Of `disposed`: it cannot be returned. */
  binding: boolean;
  /** Null: by the API, or the system itself. */
  via: 'signal' | null;
  /** Of `refused`. */
  refused: NonNullable<Entry['refused']> | null;
  /** Of `recomputed` and `succeeded`, and of `corrected` and `extended` what moved: old and new, ISO 8601 UTC. */
  changes: { clock: string; old: string; new: string }[] | null;
  /** Of `corrected`. */
  corrections: Correction[] | null;
}

/** How many there are of a report. */
export async function eventCount(db: Db, number: string): Promise<number> {
  const rows = await db<{ number: string; count: number }[]>`
    select number, count(*)::int as count from events where number = ${number} group by number`;
  return asked(rows, 'number', number)[0]?.count ?? 0;
}

/** In order of seq, after `after`. */
export async function eventsOf(db: Db, number: string, after = 0, limit = 1000): Promise<EventRow[]> {
  const rows = await db<EventRow[]>`
    select e.number, e.seq, e.at, e.type, e.step, e.to_step, e.actor_role, e.actor_office_id, a.name as actor_office_name,
      e.actor_name,
      e.from_office_id as "from", f.name as from_name, e.to_office_id as "to", t.name as to_name,
      e.reason, e.text, coalesce((e.data #>> '{alert,due}')::timestamptz, e.deadline) as deadline,
      (select json_build_object('clock', e.data #> '{alert,clock}', 'due', e.data #> '{alert,due}', 'to', coalesce(
          (select json_agg(json_build_object('id', o.id, 'name', o.name) order by place)
          from jsonb_array_elements_text(e.data #> '{alert,officeIds}') with ordinality told(id, place)
            join offices o on o.id = told.id), '[]'))
        where e.data ? 'alert') as alert,
      e.data -> 'undone' as undone,
      coalesce((e.data -> 'binding')::boolean, false) as binding,
      coalesce(e.data -> 'changes',
        (select jsonb_agg(jsonb_build_object('clock', c #> '{request,clock}', 'old', c #> '{request,old}', 'new', c -> 'due'))
        from jsonb_array_elements(e.data -> 'clocks') c
        where e.type in ('corrected', 'extended') and c #>> '{request,old}' <> c ->> 'due')) as changes,
      e.data -> 'corrections' as corrections,
      e.data ->> 'via' as via, e.data -> 'refused' as refused
    from events e left join offices f on f.id = e.from_office_id left join offices t on t.id = e.to_office_id
      left join offices a on a.id = e.actor_office_id
    where e.number = ${number} and e.seq > ${after} order by e.seq limit ${limit}`;
  return asked(rows, 'number', number);
}
