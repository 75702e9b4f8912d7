import type { Db } from '../connection/client.ts';

/**
 * The username of who has complaint `c` in hand: an active officer of its holder. Who left or moved has nothing in hand,
 * from that moment on and wherever it is asked.
 */
export function assigneeOf(db: Db) {
  return db`(
    select u.username from users u
    where u.username = c.assignee and u.office_id = c.holder_id and u.active and u.role = 'admin')`;
}
