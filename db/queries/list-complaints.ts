import type { Db } from '../client.ts';
import { type ComplaintRow, complaintColumns, complaintTables } from './complaint-row.ts';
import { involves, subtreeOf } from './involved.ts';

export interface ComplaintFilter {
  /** Whose eyes: null sees all. */
  viewerOfficeId: string | null;
  status?: string | undefined;
  kind?: string | undefined;
  step?: number | undefined;
  /** The holder. */
  officeId?: string | undefined;
  overdue?: boolean | undefined;
  /** Of the holder's officers; null: nobody. */
  assignee?: string | null | undefined;
  /** Words in title or description (Indonesian full-text search), or a number. */
  q?: string | undefined;
  /** Received at or after, and before: instants. */
  from: string | null;
  to: string | null;
  /** The last item of the page before. */
  after?: { receivedAt: string; number: string } | undefined;
  limit: number;
}

/** The row's limit has passed and an office still holds the report. */
function isOverdue(db: Db) {
  return db`(c.deadline < now() and c.holder_id is not null and c.status <> 'awaiting-completion')`;
}

/** The newest first. */
export async function listComplaints(db: Db, filter: ComplaintFilter): Promise<ComplaintRow[]> {
  const { viewerOfficeId, status, kind, step, officeId, overdue, assignee, q, from, to, after, limit } =
    filter;
  const late = isOverdue(db);
  return db<ComplaintRow[]>`
    with ${subtreeOf(db, viewerOfficeId)}
    select ${complaintColumns(db)} from ${complaintTables(db)}
    where ${involves(db, viewerOfficeId)}
      ${status === undefined ? db`` : db`and c.status = ${status}`}
      ${kind === undefined ? db`` : db`and c.kind = ${kind}`}
      ${step === undefined ? db`` : db`and c.step = ${step}`}
      ${officeId === undefined ? db`` : db`and c.holder_id = ${officeId}`}
      ${overdue === undefined ? db`` : overdue ? db`and ${late}` : db`and ${late} is not true`}
      ${assignee === undefined ? db`` : assignee === null ? db`and c.assignee is null` : db`and c.assignee = ${assignee}`}
      ${q === undefined ? db`` : db`and (c.search @@ websearch_to_tsquery('indonesian', ${q}) or c.number = upper(${q}))`}
      ${from === null ? db`` : db`and c.received_at >= ${from}`}
      ${to === null ? db`` : db`and c.received_at < ${to}`}
      ${after === undefined ? db`` : db`and (c.received_at, c.number) < (${after.receivedAt}, ${after.number})`}
    order by c.received_at desc, c.number desc limit ${limit}`;
}
