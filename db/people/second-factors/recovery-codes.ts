// Codes on paper for when the second factor is lost: kept as passwords are, each good once.
import type { Db } from '../../connection/client.ts';
import { asked } from '../../connection/rows.ts';

/** In place of all that there were; under the lock of the user's factors, or two at once would leave both sets. */
export async function replaceRecoveryCodes(
  tx: Db,
  username: string,
  hashes: readonly string[],
): Promise<void> {
  await tx`
    with gone as (delete from recovery_codes where username = ${username})
    insert into recovery_codes (username, hash) select ${username}, hash from unnest(${hashes as string[]}::text[]) hash`;
}

/** Those that were not used. */
export async function unusedRecoveryCodes(db: Db, username: string): Promise<{ id: number; hash: string }[]> {
  const rows = await db<{ id: number; username: string; hash: string }[]>`
    select id, username, hash from recovery_codes where username = ${username} and used_at is null order by id`;
  return asked(rows, 'username', username).map(({ id, hash }) => ({ id, hash }));
}

/** False: somebody was faster. */
export async function takeRecoveryCode(db: Db, id: number): Promise<boolean> {
  const rows = await db`
    update recovery_codes set used_at = now() where id = ${id} and used_at is null returning id`;
  return rows.length > 0;
}

export async function removeRecoveryCodes(tx: Db, username: string): Promise<void> {
  await tx`delete from recovery_codes where username = ${username}`;
}
