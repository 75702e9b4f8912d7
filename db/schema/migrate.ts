// Runs the numbered SQL files once each, in order, under a lock, and refuses a file that changed after it ran.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { grantAppRole } from './app-role.ts';
import { type Db, openDatabase } from '../connection/client.ts';

const folder = new URL('../migrations/', import.meta.url);
const lockKey = 7_411_955;

/**
 * Brings the database at `url` to the newest schema, with the app's rights in it, and returns the names of the
 * migrations that ran now. Safe to call from several processes at once, and by who does not own the tables when nothing
 * is to be done. Throws when an applied file differs from what ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const sql = openDatabase(url, { max: 1, statementTimeoutMs: 600_000 });
  try {
    return await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      const [known] = await tx<{ own: boolean }[]>`
        select pg_has_role(relowner, 'USAGE') as own from pg_class where oid = to_regclass('migrations')`;
      if (!known)
        await tx`create table migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())`;
      const own = known?.own ?? true;
      const applied = new Map(
        (await tx<{ name: string; checksum: string }[]>`select name, checksum from migrations`).map((row) => [
          row.name,
          row.checksum,
        ]),
      );
      const ran: string[] = [];
      for (const name of await migrationNames()) {
        const text = await readFile(new URL(name, folder), 'utf8');
        const checksum = createHash('sha256').update(text).digest('hex');
        const before = applied.get(name);
        if (before === checksum) continue;
        if (before !== undefined)
          throw new Error(`Migration ${name} was changed after it ran; add a new one instead.`);
        if (!own)
          throw new Error(
            `Migration ${name} has not run; run \`npm run migrate\` as the owner of the tables.`,
          );
        await tx.unsafe(text);
        await tx`insert into migrations (name, checksum) values (${name}, ${checksum})`;
        ran.push(name);
      }
      if (own) await grantAppRole(tx);
      return ran;
    });
  } finally {
    await sql.end();
  }
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
}

/** The names of those that this release brings and that have not run in that database, in order. */
export async function waitingMigrations(db: Db): Promise<string[]> {
  const ran = new Set((await db<{ name: string }[]>`select name from migrations`).map(({ name }) => name));
  return (await migrationNames()).filter((name) => !ran.has(name));
}
