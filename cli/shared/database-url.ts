// Where commands find the database: DATABASE_URL, or the embedded one that `npm start` keeps on DATA_DIR.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../settings/known.ts';

/** Where `npm start` notes the database that it runs on, as the owner of the tables. */
export function databaseUrlFile(dataDir: string): string {
  return join(dataDir, 'database.url');
}

/** Throws with what to set when there is neither. */
export async function findDatabaseUrl({ DATABASE_URL, DATA_DIR }: Settings<'admin'>): Promise<string> {
  if (DATABASE_URL) return DATABASE_URL;
  const kept = await readFile(databaseUrlFile(DATA_DIR), 'utf8').catch(() => undefined);
  if (kept) return kept;
  throw new Error(`DATABASE_URL is not set, and npm start has not run on ${DATA_DIR}.`);
}
