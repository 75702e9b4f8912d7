// A complaint as the record has it, for its readers.
import type { Case } from '../../sop/case.ts';
import type { Channel, Confidentiality, Kind, Status, Step } from '../../sop/terms.ts';
import type { Zone } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';
import { assigneeOf } from '../desk/assignees.ts';
import { asked } from '../connection/rows.ts';

export interface ComplaintRow {
  number: string;
  kind: Kind;
  oversight: boolean;
  title: string;
  description: string;
  channel: Channel;
  category: string | null;
  place: string | null;
  /** The official code of where it happened. */
  region: string | null;
  /** `YYYY-MM-DD`. */
  happenedOn: string | null;
  confidentiality: Confidentiality;
  agencyId: string | null;
  accessKeyHash: Buffer;
  receivedAt: Date;
  seq: number;
  revision: number;
  status: Status;
  step: Step;
  state: Case | null;
  deadline: Date | null;
  warnAt: Date | null;
  firstResponseDue: Date | null;
  wholeDue: Date | null;
  firstResponseAt: Date | null;
  firstResponse: string | null;
  answeredAt: Date | null;
  answer: string | null;
  answerOffice: string | null;
  answerOfficeId: string | null;
  endedAt: Date | null;
  duplicateOf: string | null;
  /** As everybody may read it; null: not masked yet. */
  publicTitle: string | null;
  publicDescription: string | null;
  publicFirstResponse: string | null;
  publicAnswer: string | null;
  publicHidden: boolean;
  filedByName: string | null;
  filedByOffice: string | null;
  /** Of the holder's officers. */
  assignee: string | null;
  closedBy: 'system' | 'reporter' | 'office' | null;
  holderId: string | null;
  holderName: string | null;
  holderLevel: string | null;
  holderZone: Zone | null;
  /** Offices that are asked about it now (reading 24). */
  askedIds: string[];
}

/** Which offices have it in hand: that holds it, answered it, or is asked about it. */
export type InHand = Pick<ComplaintRow, 'number' | 'holderId' | 'answerOfficeId' | 'askedIds'>;

/** What every reader of complaints selects, as a piece of SQL. */
export function complaintColumns(db: Db) {
  return db`
    c.number, c.kind, c.oversight, c.title, c.description, c.channel, c.category, c.place, c.region, to_char(c.happened_on, 'YYYY-MM-DD') as happened_on, c.confidentiality, c.agency_id,
    c.access_key_hash, c.received_at, c.seq, c.revision, c.status, c.step, c.state, c.deadline, c.warn_at,
    c.first_response_due, c.whole_due, c.first_response_at, c.first_response, c.answered_at, c.answer,
    c.public_title, c.public_description, c.public_first_response, c.public_answer, c.public_hidden,
    a.name as answer_office, c.answer_office_id, c.ended_at, c.closed_by, c.duplicate_of, c.filed_by_name, f.name as filed_by_office,
    ${assigneeOf(db)} as assignee,
    h.id as holder_id, h.name as holder_name, h.level as holder_level, h.time_zone as holder_zone,
    ${askedIds(db)}`;
}

/** Of complaint `c`: the offices that are asked about it (reading 24). */
export function askedIds(db: Db) {
  return db`array(select k.office_id from consultations k where k.number = c.number and k.status = 'open') as asked_ids`;
}

export function complaintTables(db: Db) {
  return db`complaints c left join offices h on h.id = c.holder_id left join offices a on a.id = c.answer_office_id
    left join offices f on f.id = c.filed_by_office_id`;
}

/** The complaint of that number, or undefined. */
export async function complaintByNumber(db: Db, number: string): Promise<ComplaintRow | undefined> {
  const rows = await db<ComplaintRow[]>`
    select ${complaintColumns(db)} from ${complaintTables(db)} where c.number = ${number}`;
  return asked(rows, 'number', number)[0];
}
