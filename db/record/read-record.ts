// The record of one complaint for its readers: events, visits, identity.
import type { ClockName } from '../../sop/time/clock.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Step } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/asked.ts';

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
  alert: { clock: ClockName; due: string; to: { id: string; name: string }[] } | null;
  /** Of `unbreached`: the breach that a decree undid. */
  undone: { clock: ClockName; due: string } | null;
  /** Of `disposed`: it cannot be returned. */
  binding: boolean;
  /** Null: by the API, or the system itself. */
  via: 'signal' | null;
  /** Of `refused`. */
  refused: NonNullable<Entry['refused']> | null;
  /** Of `recomputed`: old and new, ISO 8601 UTC. */
  changes: { clock: string; old: string; new: string }[] | null;
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
      coalesce((e.data -> 'binding')::boolean, false) as binding, e.data -> 'changes' as changes,
      e.data ->> 'via' as via, e.data -> 'refused' as refused
    from events e left join offices f on f.id = e.from_office_id left join offices t on t.id = e.to_office_id
      left join offices a on a.id = e.actor_office_id
    where e.number = ${number} and e.seq > ${after} order by e.seq limit ${limit}`;
  return asked(rows, 'number', number);
}

export interface VisitRow {
  number: string;
  visit: number;
  step: Step;
  officeId: string | null;
  officeName: string | null;
  receivedAt: Date;
  dueAt: Date | null;
  endedAt: Date | null;
  pausedAt: Date | null;
  /** Office milliseconds. */
  consumedMs: number | null;
  pausedMs: number;
  breachedAt: Date | null;
}

export async function visitsOf(db: Db, number: string): Promise<VisitRow[]> {
  const rows = await db<VisitRow[]>`
    select v.number, v.visit, v.step, v.office_id, o.name as office_name, v.received_at, v.due_at, v.ended_at, v.paused_at,
      v.consumed_ms, v.paused_ms, v.breached_at
    from visits v left join offices o on o.id = v.office_id where v.number = ${number} order by v.visit`;
  return asked(rows, 'number', number);
}

/** A missed limit and the office that it belongs to (reading 17). */
export interface BreachRow {
  number: string;
  at: Date;
  step: Step;
  clock: ClockName;
  due: Date;
  chargedId: string;
  chargedName: string;
}

export async function breachesOf(db: Db, number: string): Promise<BreachRow[]> {
  const rows = await db<BreachRow[]>`
    select b.number, b.at, b.step, b.clock, b.due, o.id as charged_id, o.name as charged_name
    from breaches b join offices o on o.id = b.charged where b.number = ${number} order by b.seq`;
  return asked(rows, 'number', number);
}

export interface Identity {
  name: string;
  email: string | null;
  phone: string | null;
  nik: string | null;
}

export async function identityOf(db: Db, number: string): Promise<Identity | undefined> {
  const rows = await db<(Identity & { number: string })[]>`
    select number, name, email, phone, nik from identities where number = ${number}`;
  return asked(rows, 'number', number)[0];
}
