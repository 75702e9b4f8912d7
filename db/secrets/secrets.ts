// What this database keeps secret: made at first need, the same for every process.
import { randomBytes } from 'node:crypto';
import type { Db } from '../connection/client.ts';

/** What signs sessions and makes access keys, unless TUNTAS_SECRET is set. */
export function ownSecret(db: Db): Promise<string> {
  return sealed(db, 'api');
}

/** What addresses are hashed and their links signed with: by the worker and the API alike, whatever TUNTAS_SECRET is. */
export function contactKey(db: Db): Promise<string> {
  return sealed(db, 'contacts');
}

/** The payload keys that this database keeps, made of `key` at first need. */
export function ownPayloadKeys(db: Db, key: string): Promise<string> {
  return kept(db, 'payload-keys', () => key);
}

/** The same, when it keeps them. */
export function keptPayloadKeys(db: Db): Promise<string | undefined> {
  return read(db, 'payload-keys');
}

/** The secrets that are sealed by keys outside, for they tell of people: a copy of the database alone opens none of them. */
const sealedNames = ['api', 'contacts'] as const;
type SealedName = (typeof sealedNames)[number];

/** What a sealed secret is bound to. */
export const secretNamed = (name: string) => `secret ${name}`;

async function sealed(db: Db, name: SealedName): Promise<string> {
  const { vault } = db;
  const known = vault.opened.get(name);
  if (known !== undefined) return known;
  const found = await readSealed(db, name);
  if (found !== undefined) {
    vault.opened.set(name, found);
    return found;
  }
  // What the release before made stays what it is: addresses are known by it, and access keys were made of it.
  const value = (await read(db, name)) ?? randomBytes(32).toString('hex');
  const bytes = vault.seal(Buffer.from(value), secretNamed(name));
  await db`insert into sealed_secrets (name, sealed) values (${name}, ${bytes}) on conflict do nothing`;
  // Of two that made one at once the first is everybody's.
  const made = await readSealed(db, name);
  if (made === undefined) throw new Error(`The database kept no secret ${name}.`);
  return made;
}

async function readSealed(db: Db, name: SealedName): Promise<string | undefined> {
  const [row] = await db<{ sealed: Buffer }[]>`select sealed from sealed_secrets where name = ${name}`;
  return row && db.vault.open(row.sealed, secretNamed(name)).toString();
}

/** Seals what the release before left in plain, and forgets it there. */
export async function sealPlainSecrets(db: Db): Promise<void> {
  const rows = await db<{ name: SealedName }[]>`
    select name from secrets where name = any(${[...sealedNames]}::text[])`;
  for (const { name } of rows) {
    await sealed(db, name);
    await db`delete from secrets where name = ${name}`;
  }
}

/**
 * Holds the keys outside against what they sealed here, and notes the one that seals from now on, before anything is sealed
 * with it. Throws with the ids of those that are missing.
 */
export async function requireKeys(db: Db): Promise<void> {
  const { ids } = db.vault;
  const [writing = ''] = ids;
  const noted = await db<{ id: string }[]>`select id from identity_key_ids order by id`;
  const missing = noted.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
  if (missing.length > 0)
    throw new Error(
      `TUNTAS_IDENTITY_KEYS lacks ${missing.join(', ')}, with which this database keeps who reports. See "Backups and keys".`,
    );
  await db`insert into identity_key_ids (id) values (${writing}) on conflict do nothing`;
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
