// The people of an office, and which of them has a report in hand.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';

export interface Colleague {
  username: string;
  name: string;
}

export async function colleaguesOf(db: Db, officeId: string): Promise<Colleague[]> {
  return db<Colleague[]>`
    select username, name from users where office_id = ${officeId} and role = 'admin' and active order by name`;
}

/** Hands it to a colleague, or to nobody, and tells whoever looks on; false when the office does not hold it now. */
export async function assign(
  db: Db,
  number: string,
  officeId: string,
  username: string | null,
): Promise<boolean> {
  const rows = await db`
    with handed as (
      update complaints set assignee = ${username} where number = ${number} and holder_id = ${officeId} returning number
    ) select pg_notify(${channels.complaints}, number) from handed`;
  return rows.length > 0;
}

/**
 * The username of who has complaint `c` in hand: an active officer of its holder. Who left or moved has nothing in hand,
 * from that moment on and wherever it is asked.
 */
export function assigneeOf(db: Db) {
  return db`(
    select u.username from users u
    where u.username = c.assignee and u.office_id = c.holder_id and u.active and u.role = 'admin')`;
}
