// What a product has written: how much its database and its engine hold, and what the database wrote to hold it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { one } from '../../db/connection/rows.ts';
import { onRecord } from './product.ts';

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
  const { database, log } = await onRecord(folder, async (sql) =>
    one(
      await sql<{ database: string; log: string }[]>`
        select pg_database_size(current_database()) as database, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as log`,
    ),
  );
  const journal = statSync(join(folder, 'temporal.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  return {
    database: Number(database),
    databaseLog: Number(log),
    engine: statSync(join(folder, 'temporal.db')).size + Math.max(0, journal - 4 * megabyte),
  };
}
