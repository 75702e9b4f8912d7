// A database with the small ministry in it, reports to file, and the record activity to call.
import type { Entry } from '../../sop/entry.ts';
import type { Sql } from '../../db/connection/client.ts';
import { freshDatabase } from './database.ts';
import { allOffices, national } from './walks/small-ministry.ts';

export interface Registry {
  url: string;
  sql: Sql;
  close: () => Promise<void>;
}

/** A fresh database; offices besides the national door are inserted parents first. */
export async function openRegistry(): Promise<Registry> {
  const { url, sql, close } = await freshDatabase();
  for (const { id, name, level, parentId, zone } of allOffices.filter(({ id }) => id !== national.id)) {
    await sql`
      insert into offices (id, name, level, parent_id, time_zone)
      values (${id}, ${name}, ${level}, ${parentId}, ${zone})`;
  }
  return { url, sql, close };
}

/** Stores a report as intake does; `email` null: the reporter left none. */
export async function store(
  sql: Sql,
  number: string,
  receivedAt: string,
  email: string | null = null,
): Promise<void> {
  await sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at)
    values (${number}, 'pengaduan', 'Jalan berlubang', 'Uraian', 'web', 'terbuka', '', ${receivedAt})`;
  await sql`insert into identities (number, name, email) values (${number}, 'Siti Rahmawati', ${email})`;
}

/** The entries from `after` (exclusive) on: what a walk added since. */
export function since(entries: readonly Entry[], after: number): Entry[] {
  return entries.filter(({ seq }) => seq > after);
}
