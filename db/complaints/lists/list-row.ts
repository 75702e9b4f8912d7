// A complaint as a line of a list: without its long texts, of which only the first words come along.
import type { Db } from '../../connection/client.ts';
import { assigneeOf } from '../../desk/assignees.ts';
import type { ComplaintRow } from '../complaint-row.ts';

export interface ListRow
  extends Pick<
    ComplaintRow,
    | 'number'
    | 'kind'
    | 'oversight'
    | 'title'
    | 'category'
    | 'place'
    | 'region'
    | 'confidentiality'
    | 'channel'
    | 'agencyId'
    | 'receivedAt'
    | 'revision'
    | 'status'
    | 'step'
    | 'state'
    | 'deadline'
    | 'warnAt'
    | 'firstResponseDue'
    | 'wholeDue'
    | 'endedAt'
    | 'closedBy'
    | 'assignee'
    | 'holderId'
    | 'holderName'
    | 'holderLevel'
    | 'holderZone'
  > {
  /** The beginning of the description, as it was written. */
  beginning: string;
  attachments: number;
}

/** As many letters of a description as a line of a list can show. */
export const beginningLetters = 200;

/** What lists select, as a piece of SQL; from `listTables`. */
export function listColumns(db: Db) {
  return db`
    c.number, c.kind, c.oversight, c.title, left(c.description, ${beginningLetters}) as beginning, c.category, c.place, c.region,
    c.confidentiality, c.channel, c.agency_id, c.received_at, c.revision, c.status, c.step, c.state, c.deadline, c.warn_at,
    c.first_response_due, c.whole_due, c.ended_at, c.closed_by, ${assigneeOf(db)} as assignee,
    h.id as holder_id, h.name as holder_name, h.level as holder_level, h.time_zone as holder_zone,
    (select count(*) from attachments t where t.number = c.number) as attachments`;
}

/** Complaint `c` with its holder `h`. */
export function listTables(db: Db) {
  return db`complaints c left join offices h on h.id = c.holder_id`;
}
