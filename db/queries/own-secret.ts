import { randomBytes } from 'node:crypto';
import type { Db } from '../client.ts';

/** The secret that this database made for itself at first need; every replica reads the same. */
export async function ownSecret(db: Db): Promise<string> {
  await db`
    insert into secrets (name, value) values ('api', ${randomBytes(32).toString('hex')}) on conflict do nothing`;
  const [row] = await db<{ value: string }[]>`
    select value from secrets where name = 'api'`;
  if (!row) throw new Error('The database kept no secret.');
  return row.value;
}
