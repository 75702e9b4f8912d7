// Passkeys: whose they are, by what public key they are known, and the challenges that each answers once.
import type { Db } from '../../connection/client.ts';
import { asked } from '../../connection/rows.ts';

export interface PasskeyRow {
  /** In base64url. */
  id: string;
  username: string;
  /** COSE. */
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  addedAt: Date;
  lastUsedAt: Date | null;
}

/** The user's, the oldest first. */
export async function passkeysOf(db: Db, username: string): Promise<PasskeyRow[]> {
  const rows = await db<PasskeyRow[]>`
    select id, username, public_key, counter, transports, name, added_at, last_used_at
    from passkeys where username = ${username} order by added_at, id`;
  return asked(rows, 'username', username);
}

export async function passkeyById(db: Db, id: string): Promise<PasskeyRow | undefined> {
  const rows = await db<PasskeyRow[]>`
    select id, username, public_key, counter, transports, name, added_at, last_used_at from passkeys where id = ${id}`;
  return asked(rows, 'id', id)[0];
}

/** False: that credential is somebody's already. */
export async function addPasskey(
  tx: Db,
  passkey: Omit<PasskeyRow, 'addedAt' | 'lastUsedAt'>,
): Promise<boolean> {
  const { id, username, publicKey, counter, transports, name } = passkey;
  const rows = await tx`
    insert into passkeys (id, username, public_key, counter, transports, name)
    values (${id}, ${username}, ${publicKey}, ${counter}, ${transports}, ${name})
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** False: it is gone, or was used meanwhile, which a counter that counts says. */
export async function usePasskey(db: Db, { id, counter }: PasskeyRow, now: number): Promise<boolean> {
  const rows = await db`
    update passkeys set counter = ${now}, last_used_at = now() where id = ${id} and counter = ${counter} returning id`;
  return rows.length > 0;
}

/** False: the user has none of that id. */
export async function removePasskey(tx: Db, username: string, id: string): Promise<boolean> {
  const rows = await tx`
    delete from passkeys where username = ${username} and id = ${id} returning id`;
  return rows.length > 0;
}

/** What it is asked for. */
interface Challenge {
  challenge: string;
  purpose: 'add' | 'give' | 'sign-in';
  /** Null: of nobody's session, before somebody signs in. */
  sessionId: string | null;
}

/** Keeps one for five minutes, and forgets those that nobody answered. */
export async function keepChallenge(db: Db, { challenge, purpose, sessionId }: Challenge): Promise<void> {
  await db`
    with old as (delete from passkey_challenges where expires_at < now())
    insert into passkey_challenges (challenge, purpose, session_id, expires_at)
    values (${challenge}, ${purpose}, ${sessionId}, now() + interval '5 minutes')`;
}

/** True once, and only for what it was kept for. */
export async function takeChallenge(db: Db, { challenge, purpose, sessionId }: Challenge): Promise<boolean> {
  const rows = await db`
    delete from passkey_challenges
    where challenge = ${challenge} and purpose = ${purpose} and session_id is not distinct from ${sessionId}::uuid
      and expires_at > now() returning challenge`;
  return rows.length > 0;
}
