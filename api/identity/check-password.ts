// A password is looked at, and its account locked for a while after ten wrong ones in a row.
import { userByUsername, type UserRow } from '../../db/people/users.ts';
import type { Sql } from '../../db/connection/client.ts';
import { countAttempt, forgive } from '../../db/people/sign-in-failures.ts';
import { isRight } from '../../passwords/hash.ts';
import { Problem } from '../http/problems.ts';

/** Of nobody's password: an unknown name takes as long as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$mDvW1lTTbSQEpIkCtwo4hsFSFdNRSLK0rFCHnxZOSqE';

/** One person, whatever capitals or blanks are typed: as names are counted and compared. */
export function sameName(username: string): string {
  return username.normalize('NFC').trim().toLowerCase();
}

/**
 * The user, when the password is theirs. Throws `locked` after ten wrong ones in a row from `place`, also for a name
 * that nobody has. `place`: a browser in which the user signed in before, or the caller's address.
 */
export async function checkPassword(
  sql: Sql,
  typed: string,
  password: string,
  place: string,
): Promise<UserRow | undefined> {
  const username = sameName(typed);
  const counted = { username, place };
  const lockedUntil = await countAttempt(sql, counted);
  if (lockedUntil) throw new Problem('locked', { retryAfter: (lockedUntil.getTime() - Date.now()) / 1000 });
  const row = await userByUsername(sql, username);
  const right = await isRight(row?.passwordHash ?? nobodysHash, password);
  // Nobody's password, should anybody know it, opens no account that has none.
  if (!row?.passwordHash || !right) return undefined;
  await forgive(sql, counted);
  return row;
}
