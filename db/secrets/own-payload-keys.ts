import type { Db } from '../connection/client.ts';

/** The payload keys that this database keeps, when it does. */
export async function keptPayloadKeys(db: Db): Promise<string | undefined> {
  const [row] = await db<{ value: string }[]>`
    select value from secrets where name = 'payload-keys'`;
  return row?.value;
}

/** The same, made from `key` at first need; every process reads the same. */
export async function ownPayloadKeys(db: Db, key: string): Promise<string> {
  await db`
    insert into secrets (name, value) values ('payload-keys', ${key}) on conflict do nothing`;
  const kept = await keptPayloadKeys(db);
  if (kept === undefined) throw new Error('The database kept no payload key.');
  return kept;
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
