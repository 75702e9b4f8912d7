// The in-app inbox of notifications.
import type { Db } from '../connection/client.ts';

export interface NotificationRow {
  id: number;
  number: string | null;
  kind: string;
  subject: string;
  body: string;
  createdAt: Date;
  readAt: Date | null;
}

interface Reader {
  officeId: string;
  username: string;
}

/** What concerns the officer's office or them alone, less the topics they chose not to see; the newest first. */
export async function notificationsOf(
  db: Db,
  { officeId, username }: Reader,
  { unread, before, limit }: { unread: boolean; before: number | undefined; limit: number },
): Promise<NotificationRow[]> {
  return db<NotificationRow[]>`
    select id, number, kind, subject, body, created_at, read_at from notifications
    where office_id = ${officeId} and coalesce(username, ${username}) = ${username}
      and not exists (select from notification_choices c
        where c.username = ${username} and c.topic = notifications.topic and not c.in_app)
      ${unread ? db`and read_at is null` : db``} ${before ? db`and id < ${before}` : db``}
    order by id desc limit ${limit}`;
}

/** Marks it read; false when the officer has no such notification. */
export async function markRead(db: Db, { officeId, username }: Reader, id: number): Promise<boolean> {
  const rows = await db`
    update notifications set read_at = coalesce(read_at, now()) where id = ${id} and office_id = ${officeId} and coalesce(username, ${username}) = ${username}
    returning id`;
  return rows.length > 0;
}
