// Users: who signs in, and as ops keep them.
import type { Office, Zone } from '../../sop/offices.ts';
import type { Changes } from '../operations/changes.ts';
import type { Language } from '../../sop/texts/language.ts';
import { isStorable } from '../../sop/texts/storable.ts';
import type { Db } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';
import type { Level } from '../../sop/terms.ts';
import { hasSecondFactor } from './second-factors/second-factors.ts';

export interface UserRow {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  /** Null: signs in through the identity provider only. */
  passwordHash: string | null;
  /** Part of every session. */
  epoch: number;
  lastSeenAt: Date | null;
  /** Ops typed it: to be changed first. */
  passwordByOps: boolean;
  /** Came with the demo ministry. */
  demo: boolean;
  /** What they chose to read; null: nothing yet. */
  language: Language | null;
  /** Whether they have a second factor here: then a password alone opens nothing. */
  hasSecondFactor: boolean;
  office: Office;
}

/** Who signs in: columns of user `u` with office `o`. */
export function userColumns(db: Db) {
  return db`
    u.username, u.name, u.role, u.password_hash, u.epoch, u.last_seen_at, u.demo,
    u.password_by_ops, u.language, ${hasSecondFactor(db)} as has_second_factor, ${officeColumn(db)}`;
}

/** Of office `o`. */
export function officeColumn(db: Db) {
  return db`
    json_build_object('id', o.id, 'name', o.name, 'level', o.level, 'parentId', o.parent_id, 'zone', o.time_zone)
      as office`;
}

/** The active user with the office as it is now, or undefined. Capitals make no difference where nobody else has them. */
export async function userByUsername(db: Db, username: string): Promise<UserRow | undefined> {
  if (!isStorable(username)) return undefined;
  const rows = await db<(UserRow & { asked: string })[]>`
    select ${username}::text as asked, ${userColumns(db)} from users u join offices o on o.id = u.office_id
    where lower(u.username) = lower(${username}) and u.active and o.active
    order by u.username = ${username} desc limit 1`;
  return asked(rows, 'asked', username)[0];
}

/** Sets one's own and ends all sessions of the user; gives the epoch of those to come. */
export async function setPassword(db: Db, username: string, passwordHash: string): Promise<number> {
  const rows = await db<{ epoch: number }[]>`
    update users set password_hash = ${passwordHash}, password_by_ops = false, epoch = epoch + 1 where username = ${username} returning epoch`;
  return one(rows).epoch;
}

/** What the officer reads from now on, in the console and by mail. */
export async function setLanguage(db: Db, username: string, language: Language): Promise<void> {
  await db`update users set language = ${language} where username = ${username}`;
}

export interface KeptUser {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  active: boolean;
  email: string | null;
  lastSeenAt: Date | null;
  /** Whether the user is linked to an identity at the provider. */
  linked: boolean;
  hasSecondFactor: boolean;
  office: { id: string; name: string; level: Level };
}

const selected = (db: Db) => db`
  select u.username, u.name, u.role, u.active, u.email, u.last_seen_at,
    u.oidc_subject is not null as linked, ${hasSecondFactor(db)} as has_second_factor,
    json_build_object('id', o.id, 'name', o.name, 'level', o.level) as office
  from users u join offices o on o.id = u.office_id`;

/** Everybody, also who left, by name. */
export async function allUsers(db: Db): Promise<KeptUser[]> {
  return db<KeptUser[]>`${selected(db)} order by u.name, u.username`;
}

/** Who may sign in, as they are told something of their own. */
export interface Reached {
  username: string;
  officeId: string;
  zone: Zone;
}

const reached = (db: Db) => db`
  select u.username, o.id as office_id, o.time_zone as zone from users u join offices o on o.id = u.office_id
  where u.active and o.active`;

/** Who runs the service and may sign in, with the office that they belong to. */
export async function opsPeople(db: Db): Promise<Reached[]> {
  return db<Reached[]>`${reached(db)} and u.role = 'ops' order by u.username`;
}

/** Those of these who may sign in, likewise. */
export async function peopleNamed(db: Db, usernames: readonly string[]): Promise<Reached[]> {
  return db<Reached[]>`${reached(db)} and u.username = any(${usernames as string[]}) order by u.username`;
}

/** The addresses of all active ops, for one of the national office, or the other way round. */
export async function addressesOfOtherSide(db: Db, side: 'ops' | 'national'): Promise<string[]> {
  const rows = await db<{ email: string }[]>`
    select u.email from users u join offices o on o.id = u.office_id where u.active and u.email is not null
      and ${side === 'ops' ? db`u.role = 'admin' and o.level = 'national'` : db`u.role = 'ops'`}`;
  return rows.map(({ email }) => email);
}

/** Whether anybody has, or had, that name, in whatever capitals. */
export async function isTaken(db: Db, username: string): Promise<boolean> {
  return (await db`select from users where lower(username) = lower(${username})`).length > 0;
}

export async function keptUser(db: Db, username: string): Promise<KeptUser | undefined> {
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
  const rows = await db<{ count: number }[]>`
    select count(*) from users where demo and active`;
  return one(rows).count;
}

/** False when the name is taken, in whatever capitals. `byOps`: the password is to be changed at the first sign-in. */
export async function addUser(
  db: Db,
  username: string,
  user: Omit<UserFields, 'active'> & { byOps: boolean },
): Promise<boolean> {
  const { name, role, officeId, email, passwordHash, byOps } = user;
  const rows = await db`
    insert into users (username, name, role, office_id, email, password_hash, password_by_ops)
    select ${username}, ${name}, ${role}, ${officeId}, ${email}, ${passwordHash}, ${byOps && passwordHash !== null}
    where not exists (select from users where lower(username) = lower(${username}))
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** Changes what is given, as ops do. A new password or leaving ends all sessions of the user. */
export async function changeUser(
  db: Db,
  username: string,
  { unlink = false, ...fields }: Changes<UserFields & { unlink: boolean }>,
): Promise<void> {
  const { name, role, officeId, email, passwordHash, active } = fields;
  const endsSessions = passwordHash !== undefined || active === false || unlink;
  await db`
    update users set name = coalesce(${name ?? null}, name), role = coalesce(${role ?? null}, role),
      office_id = coalesce(${officeId ?? null}, office_id), active = coalesce(${active ?? null}, active),
      email = case when ${email !== undefined} then ${email ?? null} else email end,
      password_hash = coalesce(${passwordHash ?? null}, password_hash),
      password_by_ops = password_by_ops or ${passwordHash !== undefined},
      oidc_issuer = case when ${unlink} then null else oidc_issuer end,
      oidc_subject = case when ${unlink} then null else oidc_subject end,
      epoch = epoch + ${endsSessions ? 1 : 0}
    where username = ${username}`;
}
