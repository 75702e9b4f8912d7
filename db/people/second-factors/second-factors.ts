// What a person can show besides the password: which of it there is, and all of it taken away.
import type { Db } from '../../connection/client.ts';
import { asked, one } from '../../connection/rows.ts';

/** Whether user `u` has any: then a password alone opens nothing. */
export function hasSecondFactor(db: Db) {
  return db`
    (exists (select from totp_secrets t where t.username = u.username and t.secret is not null)
      or exists (select from passkeys p where p.username = u.username))`;
}

/** Nobody else changes the user's factors until the transaction ends. */
export async function lockFactors(tx: Db, username: string): Promise<void> {
  await tx`
    select from users where username = ${username} for update`;
}

interface Factors {
  /** Whether they sign in by a password here. */
  hasPassword: boolean;
  /** Null: there is no app. */
  totpSince: Date | null;
  passkeys: number;
  /** Of those on paper, that were not used. */
  recoveryCodes: number;
}

export async function factorsOf(db: Db, username: string): Promise<Factors> {
  const rows = await db<(Factors & { username: string })[]>`
    select u.username, u.password_hash is not null as has_password, t.added_at as totp_since,
      (select count(*) from passkeys p where p.username = u.username) as passkeys,
      (select count(*) from recovery_codes c where c.username = u.username and c.used_at is null) as recovery_codes
    from users u left join totp_secrets t on t.username = u.username where u.username = ${username}`;
  return one(asked(rows, 'username', username));
}

/** Whether a password alone opens nothing. */
export function isAny({ totpSince, passkeys }: Pick<Factors, 'totpSince' | 'passkeys'>): boolean {
  return totpSince !== null || passkeys > 0;
}

/** What is being set up and the codes on paper, too. */
export async function removeAllFactors(tx: Db, username: string): Promise<void> {
  await tx`delete from totp_secrets where username = ${username}`;
  await tx`delete from passkeys where username = ${username}`;
  await tx`delete from recovery_codes where username = ${username}`;
}
