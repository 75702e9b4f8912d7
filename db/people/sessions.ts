// Sessions as they are kept beside their signed tokens: whose they are, to be seen, and to end.
import type { Db } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';
import { userColumns, type UserRow } from './users.ts';

export interface KeptSession {
  id: string;
  kind: 'bearer' | 'cookie';
  since: Date;
  /** To the five minutes. */
  seenAt: Date;
  expiresAt: Date;
  /** As the browser or program calls itself. */
  agent: string | null;
}

/** Keeps a session that was opened or goes on under a new token; forgets those that have expired. */
export async function keepSession(
  db: Db,
  session: Omit<KeptSession, 'seenAt'> & { username: string; epoch: number },
): Promise<void> {
  const { id, username, epoch, kind, since, expiresAt, agent } = session;
  await db`
    with expired as (delete from sessions where expires_at < now() and id <> ${id})
    insert into sessions (id, username, epoch, kind, since, seen_at, expires_at, agent)
    values (${id}, ${username}, ${epoch}, ${kind}, ${since}, now(), ${expiresAt}, ${agent})
    on conflict (id) do update set epoch = excluded.epoch, seen_at = excluded.seen_at, expires_at = excluded.expires_at`;
}

/** The user's sessions that still open something, the last used first. */
export async function openSessions(db: Db, username: string): Promise<KeptSession[]> {
  return db<KeptSession[]>`
    select s.id, s.kind, s.since, s.seen_at, s.expires_at, s.agent
    from sessions s join users u on u.username = s.username and u.epoch = s.epoch
    where s.username = ${username} and s.expires_at > now()
      and not exists (select from ended_sessions e where e.id = s.id)
    order by s.seen_at desc, s.id`;
}

/** Ends one session for good, and forgets those that have expired anyway. */
export async function endSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db`
    with expired as (delete from ended_sessions where expires_at < now() and id <> ${id})
    insert into ended_sessions (id, expires_at) values (${id}, ${expiresAt}) on conflict do nothing`;
}

/** Ends all sessions of a user; gives the epoch of those to come. */
export async function endAllSessions(db: Db, username: string): Promise<number> {
  const rows = await db<{ epoch: number }[]>`
    update users set epoch = epoch + 1 where username = ${username} returning epoch`;
  return one(rows).epoch;
}

/** To the five minutes. */
export async function noteSeen(db: Db, username: string, sessionId: string): Promise<void> {
  await db`
    with seen as (update sessions set seen_at = now() where id = ${sessionId})
    update users set last_seen_at = now()
    where username = ${username} and (last_seen_at is null or last_seen_at < now() - interval '5 minutes')`;
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
    select s.id as session_id, ${userColumns(db)}
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
