// Users as ops keep them.
import type { Level } from '../../sop/terms.ts';
import type { Db } from '../client.ts';

export interface KeptUser {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  active: boolean;
  email: string | null;
  lastSeenAt: Date | null;
  office: { id: string; name: string; level: Level };
}

const selected = (db: Db) => db`
  select u.username, u.name, u.role, u.active, u.email, u.last_seen_at,
    json_build_object('id', o.id, 'name', o.name, 'level', o.level) as office
  from users u join offices o on o.id = u.office_id`;

/** Everybody, also who left, by name. */
export async function allUsers(db: Db): Promise<KeptUser[]> {
  return db<KeptUser[]>`${selected(db)} order by u.name, u.username`;
}

export async function keptUser(db: Db, username: string): Promise<KeptUser | undefined> {
  if (username.includes('\0')) return undefined;
  const [row] = await db<KeptUser[]>`${selected(db)} where u.username = ${username}`;
  return row;
}

export interface UserFields {
  name: string;
  role: 'admin' | 'ops';
  officeId: string;
  email: string | null;
  passwordHash: string | null;
  active: boolean;
}

/** How many of the demo ministry's people there are. */
export async function countDemoPeople(db: Db): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) from users where demo and active`;
  return row?.count ?? 0;
}

/** False when the name is taken. */
export async function addUser(db: Db, username: string, user: Omit<UserFields, 'active'>): Promise<boolean> {
  const { name, role, officeId, email, passwordHash } = user;
  const rows = await db`
    insert into users (username, name, role, office_id, email, password_hash)
    values (${username}, ${name}, ${role}, ${officeId}, ${email}, ${passwordHash})
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** Changes what is given. A new password or leaving ends all sessions of the user. */
export async function changeUser(db: Db, username: string, fields: Partial<UserFields>): Promise<void> {
  const { name, role, officeId, email, passwordHash, active } = fields;
  const endsSessions = passwordHash !== undefined || active === false;
  await db`
    update users set name = coalesce(${name ?? null}, name), role = coalesce(${role ?? null}, role),
      office_id = coalesce(${officeId ?? null}, office_id), active = coalesce(${active ?? null}, active),
      email = case when ${email !== undefined} then ${email ?? null} else email end,
      password_hash = coalesce(${passwordHash ?? null}, password_hash),
      epoch = epoch + ${endsSessions ? 1 : 0}
    where username = ${username}`;
}
