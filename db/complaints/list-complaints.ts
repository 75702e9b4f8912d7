import type { Db } from '../connection/client.ts';
import { type ComplaintRow, complaintColumns, complaintTables } from './complaint-row.ts';
import { involves, subtreeOf } from './involved.ts';
import { type Narrowing, narrowed } from './narrow.ts';

export interface ComplaintFilter extends Narrowing {
  /** Whose eyes: null sees all. */
  viewerOfficeId: string | null;
  status?: string | undefined;
  /** The holder. */
  officeId?: string | undefined;
  /** Not ended. */
  open?: boolean | undefined;
  /** The office that owes the first response. */
  owedBy?: string | undefined;
  /** Received at or after, and before: instants. */
  from: string | null;
  to: string | null;
  /** The last item of the page before. */
  after?: { receivedAt: string; number: string } | undefined;
  limit: number;
}

/** The newest first. */
export async function listComplaints(db: Db, filter: ComplaintFilter): Promise<ComplaintRow[]> {
  const { viewerOfficeId, status, officeId, open, owedBy, from, to, after, limit } = filter;
  return db<ComplaintRow[]>`
    with ${subtreeOf(db, viewerOfficeId)}
    select ${complaintColumns(db)} from ${complaintTables(db)}
    where ${involves(db, viewerOfficeId)}
      ${status === undefined ? db`` : db`and c.status = ${status}`}
      ${officeId === undefined ? db`` : db`and c.holder_id = ${officeId}`}
      ${open === undefined ? db`` : db`and (c.ended_at is null) = ${open}`}
      ${owedBy === undefined ? db`` : db`and c.first_response_due is not null and c.state #>> '{clocks,firstResponse,request,officeId}' = ${owedBy}`}
      ${narrowed(db, filter)}
      ${from === null ? db`` : db`and c.received_at >= ${from}`}
      ${to === null ? db`` : db`and c.received_at < ${to}`}
      ${after === undefined ? db`` : db`and (c.received_at, c.number) < (${after.receivedAt}, ${after.number})`}
    order by c.received_at desc, c.number desc limit ${limit}`;
}
