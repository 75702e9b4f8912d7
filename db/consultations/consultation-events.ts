// The record of questions to other offices (reading 24): appended, chained by the database, beside the report's own events.
import type { ConsultationEvent } from '../../sop/beside/consultation.ts';
import type { Actor } from '../../sop/case.ts';
import type { Status, Step } from '../../sop/terms.ts';
import { channels } from '../connection/channels.ts';
import type { Db } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';
import { lastSeqBefore } from '../record/events.ts';

export interface NewConsultationEvent {
  consultation: { id: string; number: string; fromId: string; officeId: string };
  type: ConsultationEvent;
  /** ISO 8601 UTC. */
  at: string;
  /** Where the report stands. */
  step: Step;
  status: Status;
  actor: Actor;
  text?: string;
  deadline: string;
  /** Under which key, and a hash of what was asked. */
  under?: { key: string; request: string } | undefined;
}

/** Appends it, in a transaction that has locked the report, and tells whoever looks on. */
export async function addConsultationEvent(
  tx: Db,
  { consultation: k, type, at, step, status, actor, text, deadline, under }: NewConsultationEvent,
): Promise<{ nth: number; at: Date }> {
  return one(
    await tx<{ nth: number; at: Date }[]>`
      with added as (
        insert into consultation_events (number, consultation_id, at, type, step, status, actor_role, actor_office_id,
          actor_name, from_office_id, office_id, text, deadline, key, request)
        values (${k.number}, ${k.id}, ${at}, ${type}, ${step}, ${status}, ${actor.role}, ${actor.officeId},
          ${actor.name}, ${k.fromId}, ${k.officeId}, ${text ?? null}, ${deadline}, ${under?.key ?? null},
          ${under?.request ?? null})
        returning number, nth, at
      ) select nth, at, pg_notify(${channels.complaints}, number) from added`,
  );
}

export interface ConsultationEventRow {
  number: string;
  /** The report's own event that was the last before it. */
  after: number;
  nth: number;
  consultationId: string;
  at: Date;
  type: ConsultationEvent;
  step: Step;
  actorRole: string;
  actorOfficeId: string | null;
  actorName: string;
  from: string;
  fromName: string;
  to: string;
  toName: string;
  text: string | null;
  deadline: Date;
  /** Of `consultation-recomputed`: the deadline until then. */
  old: Date | null;
}

/** Of a report, in their order. */
export async function consultationEventsOf(db: Db, number: string): Promise<ConsultationEventRow[]> {
  const rows = await db<ConsultationEventRow[]>`
    select k.number, ${lastSeqBefore(db, 'k')} as after,
      nth, consultation_id, at, type, step, actor_role, actor_office_id, actor_name,
      from_office_id as "from", f.name as from_name, office_id as "to", t.name as to_name, text, deadline,
      case when k.type = 'consultation-recomputed' then (
        select p.deadline from consultation_events p
        where p.number = k.number and p.consultation_id = k.consultation_id and p.nth < k.nth
          and p.type <> 'consultation-unbreached'
        order by p.nth desc limit 1) end as old
    from consultation_events k join offices f on f.id = from_office_id join offices t on t.id = office_id
    where k.number = ${number} order by k.nth`;
  return asked(rows, 'number', number);
}

/** What was done under that key: of which question, and a hash of what was asked. */
export async function doneUnder(
  db: Db,
  key: string,
): Promise<{ consultationId: string; request: string; deadline: Date } | undefined> {
  const rows = await db<{ key: string; consultationId: string; request: string; deadline: Date }[]>`
    select key, consultation_id, request, deadline from consultation_events where key = ${key}`;
  return asked(rows, 'key', key)[0];
}
