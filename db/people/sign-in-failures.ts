// Wrong passwords in a row, counted for every name alike, so that a lock does not tell whether the account exists.
import { createHash } from 'node:crypto';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

const allowed = 10;
const lockMinutes = 15;

/** Whose password is tried, and from where: a browser that is known, or an address. */
export interface Attempt {
  username: string;
  place: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const keyOf = ({ username, place }: Attempt) => sha256(JSON.stringify([username, place]));

/**
 * Counts one attempt before its password is looked at, so that many at once are no way round the lock. Undefined when
 * it may be tried; otherwise when the lock ends. The tenth attempt locks; `forgive` takes the lock back. What lies a day
 * back is forgotten. Each place has a count of its own: nobody locks an officer out from afar.
 */
export async function countAttempt(db: Db, attempt: Attempt): Promise<Date | undefined> {
  const key = keyOf(attempt);
  const rows = await db<{ failures: number; lockedUntil: Date | null }[]>`
    with old as (delete from sign_in_failures where last_at < now() - interval '1 day' and attempts_of <> ${key})
    insert into sign_in_failures as f (attempts_of, account, failures) values (${key}, ${sha256(attempt.username)}, 1)
    on conflict (attempts_of) do update set
      failures = case when f.locked_until < now() or f.last_at < now() - interval '1 day' then 1
        else least(f.failures + 1, ${allowed + 1}) end,
      locked_until = case when f.locked_until < now() or f.last_at < now() - interval '1 day' then null
        when f.failures + 1 = ${allowed} then now() + make_interval(mins => ${lockMinutes}) else f.locked_until end,
      last_at = now()
    returning failures, locked_until`;
  const row = one(rows);
  return row.failures > allowed ? (row.lockedUntil ?? undefined) : undefined;
}

/** The password was right. */
export async function forgive(db: Db, attempt: Attempt): Promise<void> {
  await db`
    delete from sign_in_failures where attempts_of = ${keyOf(attempt)}`;
}

/** The account has another password; wherever the wrong ones came from. */
export async function forgiveAll(db: Db, username: string): Promise<void> {
  await db`
    delete from sign_in_failures where account = ${sha256(username)}`;
}
