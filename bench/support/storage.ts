// What a product has written: how much its database and its engine hold, and what the database wrote to hold it.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrlFile } from '../../cli/shared/database-url.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { one } from '../../db/connection/rows.ts';

const megabyte = 1_048_576;

/** In bytes. What the engine has in its journal only counts where it holds over four megabytes, once. */
export interface Storage {
  database: number;
  /** Written ahead since the database was made. */
  databaseLog: number;
  engine: number;
}

/** Of a product on its embedded servers, whose data are in `folder`. */
export async function storageOf(folder: string): Promise<Storage> {
  const url = await readFile(databaseUrlFile(folder), 'utf8');
  const sql = openDatabase(url, { max: 1 });
  const { database, log } = one(
    await sql<{ database: string; log: string }[]>`
      select pg_database_size(current_database()) as database, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as log`,
  );
  await sql.end();
  const journal = statSync(join(folder, 'temporal.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  return {
    database: Number(database),
    databaseLog: Number(log),
    engine: statSync(join(folder, 'temporal.db')).size + Math.max(0, journal - 4 * megabyte),
  };
}
