// Wrong passwords in a row, counted for every name alike, so that a lock does not tell whether the account exists.
import { createHash } from 'node:crypto';
import type { Db } from '../client.ts';

const allowed = 10;
const lockMinutes = 15;

const account = (username: string) => createHash('sha256').update(username).digest();

/**
 * Counts one attempt before its password is looked at, so that many at once are no way round the lock. Undefined when
 * it may be tried; otherwise when the lock ends. The tenth attempt locks; `forgive` takes the lock back. What lies a day
 * back is forgotten.
 */
export async function countAttempt(db: Db, username: string): Promise<Date | undefined> {
  const key = account(username);
  const [row] = await db<{ failures: number; lockedUntil: Date | null }[]>`
    with old as (delete from sign_in_failures where last_at < now() - interval '1 day' and account <> ${key})
    insert into sign_in_failures as f (account, failures) values (${key}, 1)
    on conflict (account) do update set
      failures = case when f.locked_until < now() or f.last_at < now() - interval '1 day' then 1
        else least(f.failures + 1, ${allowed + 1}) end,
      locked_until = case when f.locked_until < now() or f.last_at < now() - interval '1 day' then null
        when f.failures + 1 = ${allowed} then now() + make_interval(mins => ${lockMinutes}) else f.locked_until end,
      last_at = now()
    returning failures, locked_until`;
  return row && row.failures > allowed ? (row.lockedUntil ?? undefined) : undefined;
}

/** The password was right. */
export async function forgive(db: Db, username: string): Promise<void> {
  await db`
    delete from sign_in_failures where account = ${account(username)}`;
}
