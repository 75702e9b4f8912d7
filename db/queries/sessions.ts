// How sessions end, and when their users were last there.
import type { Db } from '../client.ts';

/** Ends one session for good, and forgets those that have expired anyway. */
export async function endSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db`
    with expired as (delete from ended_sessions where expires_at < now() and id <> ${id})
    insert into ended_sessions (id, expires_at) values (${id}, ${expiresAt}) on conflict do nothing`;
}

/** Ends all sessions of a user. */
export async function endAllSessions(db: Db, username: string): Promise<void> {
  await db`
    update users set epoch = epoch + 1 where username = ${username}`;
}

/** To the five minutes. */
export async function noteSeen(db: Db, username: string): Promise<void> {
  await db`
    update users set last_seen_at = now()
    where username = ${username} and (last_seen_at is null or last_seen_at < now() - interval '5 minutes')`;
}
