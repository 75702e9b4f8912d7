import type { Office } from '../../sop/offices.ts';
import type { Db } from '../client.ts';

export interface UserRow {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  passwordHash: string;
  office: Office;
}

/** The active user with the office as it is now, or undefined. */
export async function userByUsername(db: Db, username: string): Promise<UserRow | undefined> {
  const [row] = await db<UserRow[]>`
    select u.username, u.name, u.role, u.password_hash,
      json_build_object('id', o.id, 'name', o.name, 'level', o.level, 'parentId', o.parent_id, 'zone', o.time_zone)
        as office
    from users u join offices o on o.id = u.office_id
    where u.username = ${username} and u.active and o.active`;
  return row;
}
