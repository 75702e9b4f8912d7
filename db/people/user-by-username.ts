import type { Office } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/asked.ts';

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
  office: Office;
}

/** Columns of user `u` with office `o`. */
function columns(db: Db) {
  return db`
    u.username, u.name, u.role, u.password_hash, u.epoch, u.last_seen_at, u.demo,
    u.password_by_ops,
    json_build_object('id', o.id, 'name', o.name, 'level', o.level, 'parentId', o.parent_id, 'zone', o.time_zone)
      as office`;
}

/** The active user with the office as it is now, or undefined. Capitals make no difference where nobody else has them. */
export async function userByUsername(db: Db, username: string): Promise<UserRow | undefined> {
  if (username.includes('\0')) return undefined;
  const rows = await db<(UserRow & { asked: string })[]>`
    select ${username}::text as asked, ${columns(db)} from users u join offices o on o.id = u.office_id
    where lower(u.username) = lower(${username}) and u.active and o.active
    order by u.username = ${username} desc limit 1`;
  return asked(rows, 'asked', username)[0];
}

export interface SessionKey {
  id: string;
  username: string;
  epoch: number;
}

/** The same for sessions, by session: those that have been signed out, here or everywhere, have no user. */
export async function usersOfSessions(
  db: Db,
  sessions: readonly SessionKey[],
): Promise<Map<string, UserRow>> {
  const rows = await db<(UserRow & { sessionId: string })[]>`
    select s.id as session_id, ${columns(db)}
    from unnest(${sessions.map(({ id }) => id)}::uuid[], ${sessions.map(({ username }) => username)}::text[],
      ${sessions.map(({ epoch }) => epoch)}::int[]) s (id, username, epoch)
    join users u on u.username = s.username and u.epoch = s.epoch join offices o on o.id = u.office_id
    where u.active and o.active and not exists (select from ended_sessions e where e.id = s.id)`;
  return new Map(
    sessions.flatMap(({ id, username, epoch }) => {
      const row = rows.find(({ sessionId }) => sessionId === id);
      if (!row) return [];
      const { sessionId: _, ...user } = row;
      const [own] = asked(asked([user], 'username', username), 'epoch', epoch);
      return own ? [[id, own]] : [];
    }),
  );
}
