import type { Db } from '../client.ts';
import { type ComplaintRow, complaintColumns, complaintTables } from './complaint-row.ts';
import { isDueToday, isOverdue } from './held.ts';
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
  /** The row's limit ends today. */
  dueToday?: boolean | undefined;
  /** Not ended. */
  open?: boolean | undefined;
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

/** The newest first. */
export async function listComplaints(db: Db, filter: ComplaintFilter): Promise<ComplaintRow[]> {
  const { viewerOfficeId, status, kind, step, officeId, overdue, dueToday, open, assignee, q } = filter;
  const { from, to, after, limit } = filter;
  const [late, due] = [isOverdue(db), isDueToday(db)];
  return db<ComplaintRow[]>`
    with ${subtreeOf(db, viewerOfficeId)}
    select ${complaintColumns(db)} from ${complaintTables(db)}
    where ${involves(db, viewerOfficeId)}
      ${status === undefined ? db`` : db`and c.status = ${status}`}
      ${kind === undefined ? db`` : db`and c.kind = ${kind}`}
      ${step === undefined ? db`` : db`and c.step = ${step}`}
      ${officeId === undefined ? db`` : db`and c.holder_id = ${officeId}`}
      ${overdue === undefined ? db`` : overdue ? db`and ${late}` : db`and ${late} is not true`}
      ${dueToday === undefined ? db`` : dueToday ? db`and ${due}` : db`and ${due} is not true`}
      ${open === undefined ? db`` : db`and (c.ended_at is null) = ${open}`}
      ${assignee === undefined ? db`` : assignee === null ? db`and c.assignee is null` : db`and c.assignee = ${assignee}`}
      ${q === undefined ? db`` : db`and (c.search @@ websearch_to_tsquery('indonesian', ${q}) or c.number = upper(${q}))`}
      ${from === null ? db`` : db`and c.received_at >= ${from}`}
      ${to === null ? db`` : db`and c.received_at < ${to}`}
      ${after === undefined ? db`` : db`and (c.received_at, c.number) < (${after.receivedAt}, ${after.number})`}
    order by c.received_at desc, c.number desc limit ${limit}`;
}
