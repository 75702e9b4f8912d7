import type { Db } from '../connection/client.ts';
import { type ComplaintRow, complaintColumns, complaintTables } from './complaint-row.ts';
import { type Narrowing, narrowed } from './narrow.ts';

/** What an office holds now, the soonest deadline first; what has none yet comes last. */
export async function inboxOf(
  db: Db,
  officeId: string,
  narrowing: Narrowing,
  after: { deadline: string | null; number: string } | undefined,
  limit: number,
): Promise<ComplaintRow[]> {
  return db<ComplaintRow[]>`
    select ${complaintColumns(db)} from ${complaintTables(db)}
    where c.holder_id = ${officeId} and c.ended_at is null ${narrowed(db, narrowing)}
      ${after ? db`and (coalesce(c.deadline, 'infinity'), c.number) > (coalesce(${after.deadline}::timestamptz, 'infinity'), ${after.number})` : db``}
    order by coalesce(c.deadline, 'infinity'), c.number limit ${limit}`;
}
