import type { Db } from '../connection/client.ts';

/** Sets one's own and ends all sessions of the user; gives the epoch of those to come. */
export async function setPassword(db: Db, username: string, passwordHash: string): Promise<number> {
  const [row] = await db<{ epoch: number }[]>`
    update users set password_hash = ${passwordHash}, password_by_ops = false, epoch = epoch + 1 where username = ${username} returning epoch`;
  if (!row) throw new Error(`There is no user ${username}.`);
  return row.epoch;
}
