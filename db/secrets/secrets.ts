// What this database keeps secret: made at first need, the same for every process.
import { randomBytes } from 'node:crypto';
import type { Db } from '../connection/client.ts';

/** What signs sessions and makes access keys, unless TUNTAS_SECRET is set. */
export function ownSecret(db: Db): Promise<string> {
  return kept(db, 'api', () => randomBytes(32).toString('hex'));
}

/** What addresses are hashed and their links signed with: by the worker and the API alike, whatever TUNTAS_SECRET is. */
export function contactKey(db: Db): Promise<string> {
  return kept(db, 'contacts', () => randomBytes(32).toString('hex'));
}

/** The payload keys that this database keeps, made of `key` at first need. */
export function ownPayloadKeys(db: Db, key: string): Promise<string> {
  return kept(db, 'payload-keys', () => key);
}

/** The same, when it keeps them. */
export function keptPayloadKeys(db: Db): Promise<string | undefined> {
  return read(db, 'payload-keys');
}

async function kept(db: Db, name: string, make: () => string): Promise<string> {
  const known = await read(db, name);
  if (known !== undefined) return known;
  await db`insert into secrets (name, value) values (${name}, ${make()}) on conflict do nothing`;
  // Of two that made one at once the first is everybody's.
  const made = await read(db, name);
  if (made === undefined) throw new Error(`The database kept no secret ${name}.`);
  return made;
}

async function read(db: Db, name: string): Promise<string | undefined> {
  const [row] = await db<{ value: string }[]>`select value from secrets where name = ${name}`;
  return row?.value;
}

/** Notes the ids of keys that a process has. Done again it changes nothing. */
export async function notePayloadKeyIds(db: Db, ids: string[]): Promise<void> {
  await db`insert into payload_key_ids (id) select * from unnest(${ids}::text[]) on conflict do nothing`;
}

/** Whether any process ever had a key under that id. */
export async function isPayloadKeyId(db: Db, id: string): Promise<boolean> {
  const found = await db`select from payload_key_ids where id = ${id}`;
  return found.length > 0;
}
