// A database of one's own, copied from the migrated and seeded template.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { shiftDatabase } from './clock/clock.ts';
import { identityKeys } from './runner/identity-keys.ts';

export interface FreshDatabase {
  url: string;
  sql: Sql;
  close: () => Promise<void>;
}

/** Has policies, calendar and the demo ministry in it; dropped by `close`. */
export function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(new URL(inject('databaseUrl')).pathname.slice(1));
}

/** Without any table; dropped by `close`. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('template0');
}

async function createDatabase(from: string): Promise<FreshDatabase> {
  const template = new URL(inject('databaseUrl'));
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  const run = async (statement: string) => {
    const sql = openDatabase(admin.href, { max: 1, statementTimeoutMs: 60_000 });
    try {
      await sql.unsafe(statement);
    } finally {
      await sql.end();
    }
  };
  await run(`create database ${name} template ${from}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const first = openDatabase(url.href, { max: 1 });
  await shiftDatabase(first);
  await first.end();
  const sql = openDatabase(url.href, { keys: identityKeys });
  return {
    url: url.href,
    sql,
    close: async () => {
      await sql.end({ timeout: 2 });
      await run(`drop database if exists ${name} with (force)`);
    },
  };
}
