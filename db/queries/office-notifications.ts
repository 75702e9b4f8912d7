// The in-app inbox of notifications.
import type { Db } from '../client.ts';

export interface NotificationRow {
  id: number;
  number: string | null;
  kind: string;
  subject: string;
  body: string;
  createdAt: Date;
  readAt: Date | null;
}

/** An office's notifications, the newest first, before id `before`. */
export async function notificationsOf(
  db: Db,
  officeId: string,
  { unread, before, limit }: { unread: boolean; before: number | undefined; limit: number },
): Promise<NotificationRow[]> {
  return db<NotificationRow[]>`
    select id, number, kind, subject, body, created_at, read_at from notifications
    where office_id = ${officeId} ${unread ? db`and read_at is null` : db``} ${before ? db`and id < ${before}` : db``}
    order by id desc limit ${limit}`;
}

/** Marks it read; false when the office has no such notification. */
export async function markRead(db: Db, officeId: string, id: number): Promise<boolean> {
  const rows = await db`
    update notifications set read_at = coalesce(read_at, now()) where id = ${id} and office_id = ${officeId}
    returning id`;
  return rows.length > 0;
}
