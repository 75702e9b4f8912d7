// What PostgreSQL says of itself, for operations.
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

/** Its version, and how many connections of how many it has, those of other programs among them. */
export async function connectionFacts(
  db: Db,
): Promise<{ version: string; connections: number; connectionsAllowed: number }> {
  return one(
    await db<{ version: string; connections: number; connectionsAllowed: number }[]>`
      select current_setting('server_version') as version,
        (select sum(numbackends)::int from pg_stat_database) as connections,
        current_setting('max_connections')::int as connections_allowed`,
  );
}

/** Of this database, in bytes. It looks at every file, so a slow disk keeps it waiting. */
export async function databaseBytes(db: Db): Promise<number> {
  return one(await db<{ bytes: number }[]>`select pg_database_size(current_database()) as bytes`).bytes;
}
