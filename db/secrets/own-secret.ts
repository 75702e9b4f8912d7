import { randomBytes } from 'node:crypto';
import type { Db } from '../connection/client.ts';

/** The secret that this database made for itself at first need; every replica reads the same. */
export function ownSecret(db: Db): Promise<string> {
  return secretOf(db, 'api');
}

/** What addresses are hashed and their links signed with: by the worker and the API alike, whatever TUNTAS_SECRET is. */
export function contactKey(db: Db): Promise<string> {
  return secretOf(db, 'contacts');
}

async function secretOf(db: Db, name: string): Promise<string> {
  const read = () => db<{ value: string }[]>`select value from secrets where name = ${name}`;
  const [known] = await read();
  if (known) return known.value;
  await db`
    insert into secrets (name, value) values (${name}, ${randomBytes(32).toString('hex')}) on conflict do nothing`;
  const [made] = await read();
  if (!made) throw new Error('The database kept no secret.');
  return made.value;
}
