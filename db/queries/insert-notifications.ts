import type { Db } from '../client.ts';

export interface NewNotification {
  key: string;
  /** null: it speaks of many */
  number: string | null;
  kind: string;
  /** null: the reporter */
  officeId: string | null;
  subject: string;
  body: string;
  mailStatus: 'none' | 'pending';
}

/** Stores what is to be told; a key that is there already is told already. */
export async function insertNotifications(db: Db, list: NewNotification[]): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map(({ key, number, kind, officeId, subject, body, mailStatus }) => ({
    key,
    number,
    kind,
    office_id: officeId,
    subject,
    body,
    mail_status: mailStatus,
  }));
  await db`insert into notifications ${db(rows)} on conflict (key) do nothing`;
}
