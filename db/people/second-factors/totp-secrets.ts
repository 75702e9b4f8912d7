// The secret of a person's app, sealed, and the last step of time whose code was taken.
import type { Db } from '../../connection/client.ts';
import { asked } from '../../connection/rows.ts';

/** How long somebody may take to set an app up. */
const pendingMinutes = 15;

/** Keeps one that is being set up, in place of another that was; the one in use goes on meanwhile. */
export async function keepPending(db: Db, username: string, sealed: string): Promise<void> {
  await db`
    insert into totp_secrets (username, pending, pending_at) values (${username}, ${sealed}, now())
    on conflict (username) do update set pending = excluded.pending, pending_at = excluded.pending_at`;
}

/** The one that is being set up; undefined: there is none, or no longer. */
export async function pendingSecret(db: Db, username: string): Promise<string | undefined> {
  const rows = await db<{ username: string; pending: string }[]>`
    select username, pending from totp_secrets
    where username = ${username} and pending_at > now() - make_interval(mins => ${pendingMinutes})`;
  return asked(rows, 'username', username)[0]?.pending;
}

/** It is in use from now on, in place of the one before; `step`: of the code that was given. False: it is not pending any more. */
export async function confirmPending(
  tx: Db,
  username: string,
  sealed: string,
  step: number,
): Promise<boolean> {
  const rows = await tx`
    update totp_secrets set secret = pending, added_at = now(), last_step = ${step}, pending = null, pending_at = null
    where username = ${username} and pending = ${sealed} returning username`;
  return rows.length > 0;
}

/** The one in use. */
export async function secretOf(db: Db, username: string): Promise<string | undefined> {
  const rows = await db<{ username: string; secret: string }[]>`
    select username, secret from totp_secrets where username = ${username} and secret is not null`;
  return asked(rows, 'username', username)[0]?.secret;
}

/** Takes the code of that step, of whoever comes first; false: it, or a later one, was taken already. */
export async function takeStep(db: Db, username: string, step: number): Promise<boolean> {
  const rows = await db`
    update totp_secrets set last_step = ${step}
    where username = ${username} and secret is not null and last_step < ${step} returning username`;
  return rows.length > 0;
}

/** False: none was in use; one that is being set up goes, too. */
export async function removeTotp(tx: Db, username: string): Promise<boolean> {
  const rows = await tx<{ secret: string | null }[]>`
    delete from totp_secrets where username = ${username} returning secret`;
  return rows.some(({ secret }) => secret !== null);
}

interface Sealed {
  username: string;
  secret: string | null;
  pending: string | null;
}

/** All of them, whoever's. */
export async function allSealed(db: Db): Promise<Sealed[]> {
  return db<Sealed[]>`select username, secret, pending from totp_secrets`;
}

/** Puts the same secrets sealed anew in place of `before`, unless they are others by now. */
export async function replaceSealed(db: Db, before: Sealed, after: Omit<Sealed, 'username'>): Promise<void> {
  await db`
    update totp_secrets set secret = ${after.secret}, pending = ${after.pending}
    where username = ${before.username} and secret is not distinct from ${before.secret}
      and pending is not distinct from ${before.pending}`;
}
