// Whoever's second factor it is hears what became of it, in the inbox and by mail, whatever they chose to hear of.
import { randomUUID } from 'node:crypto';
import type { Db } from '../../../db/connection/client.ts';
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { type FactorNews, secondFactorNews } from '../../../sop/notices/to-officer/second-factor.ts';

interface Person {
  username: string;
  office: { id: string };
}

/** `key`: the same one twice tells once. */
export async function tellOfFactor(
  db: Db,
  { username, office }: Person,
  what: FactorNews,
  mailing: boolean,
  key: string = randomUUID(),
): Promise<void> {
  const told = { key: `second-factor:${key}`, number: null, topic: null, officeId: office.id, username };
  await insertNotifications(db, [{ ...told, ...secondFactorNews(what) }], mailing);
}
