import type { Office } from '../../sop/offices.ts';
import type { Db } from '../client.ts';

export interface UserRow {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  /** Null: signs in through the identity provider only. */
  passwordHash: string | null;
  /** Part of every session. */
  epoch: number;
  lastSeenAt: Date | null;
  office: Office;
}

/** Active users of active offices, the office as it is now. */
function activeUsers(db: Db) {
  return db`
    select u.username, u.name, u.role, u.password_hash, u.epoch, u.last_seen_at,
      json_build_object('id', o.id, 'name', o.name, 'level', o.level, 'parentId', o.parent_id, 'zone', o.time_zone)
        as office
    from users u join offices o on o.id = u.office_id
    where u.active and o.active`;
}

/** The active user with the office as it is now, or undefined. */
export async function userByUsername(db: Db, username: string): Promise<UserRow | undefined> {
  if (username.includes('\0')) return undefined;
  const [row] = await db<UserRow[]>`${activeUsers(db)} and u.username = ${username}`;
  return row;
}

/** The same, as long as the session has not been signed out, here or everywhere. */
export async function userOfSession(
  db: Db,
  { username, id, epoch }: { username: string; id: string; epoch: number },
): Promise<UserRow | undefined> {
  const [row] = await db<UserRow[]>`
    ${activeUsers(db)} and u.username = ${username} and u.epoch = ${epoch}
      and not exists (select from ended_sessions e where e.id = ${id})`;
  return row;
}
