// Which engine the reports run on: one at a time, and its processes alone write the record (decision 54).
import type { Db, Sql } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

export interface EngineRow {
  /** Of its namespace; the same wherever it is reached. */
  id: string;
  /** Address and namespace. */
  place: string;
}

/** Undefined before the first worker. */
export async function currentEngine(db: Db): Promise<EngineRow | undefined> {
  const [row] = await db<EngineRow[]>`select id, place from engines where left_at is null`;
  return row;
}

/** Whether the reports ran there once, or do now. */
export async function isKnownEngine(db: Db, id: string): Promise<boolean> {
  const rows = await db<{ id: string }[]>`select id from engines where id = ${id}`;
  return asked(rows, 'id', id).length > 0;
}

/**
 * From the end of its transaction on the reports run on that engine. What is being written for the one before is waited
 * for. False, and nothing is changed, when they run on another one by now than on `from`.
 */
export async function switchEngine(
  sql: Sql,
  { id, place }: EngineRow,
  from: string | undefined,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [now] = await tx<{ id: string }[]>`select id from engines where left_at is null for update`;
    if (now?.id !== from) return false;
    await tx`update engines set left_at = now() where left_at is null`;
    await tx`
      insert into engines (id, place) values (${id}, ${place})
      on conflict (id) do update set place = excluded.place, since = now(), left_at = null`;
    return true;
  });
}

/** It is reached under another address now. */
export async function noteEnginePlace(db: Db, { id, place }: EngineRow): Promise<void> {
  await db`update engines set place = ${place} where id = ${id} and place <> ${place}`;
}

/** Part of a statement: whether the reports run there; true where no engine is named. */
export function runsOn(db: Db, engineId: string | undefined) {
  const id = engineId ?? null;
  return db`(${id}::text is null or exists (select from engines e where e.id = ${id} and e.left_at is null))`;
}

/** Whether the reports run there, and go on doing so until the transaction ends. */
export async function holdEngine(tx: Db, id: string): Promise<boolean> {
  const rows = await tx<{ id: string }[]>`
    select id from engines where id = ${id} and left_at is null for share`;
  return asked(rows, 'id', id).length > 0;
}
