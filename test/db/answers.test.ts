// Every answer belongs to its question, whatever went wrong on the connection before: each way that postgres.js knows
// of giving one question's rows to another is tried.
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { Connections } from '../../db/connection/connections.ts';
import { Line, questionOf } from '../../db/connection/line.ts';
import { asked } from '../../db/connection/rows.ts';
import { isInvolved } from '../../db/complaints/involved.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let database: FreshDatabase;
/** Of one connection, so that whatever went wrong on it meets the next question. */
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = openDatabase(database.url, { max: 1, statementTimeoutMs: 1_000 });
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await database?.close();
});

const number = (n: number) => sql<{ n: number }[]>`select ${n}::int as n`;
const nextThree = () => Promise.all([1, 2, 3].map(async (n) => [...(await number(n))]));
const own = [[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]];

test('rows are read whole: no cursor, no row by row, no copy, not even by mistake', async () => {
  const many = () => sql`select g from generate_series(1, 50) g`;
  const refused = /whole/;
  await expect(async () => {
    for await (const _ of many().cursor(10)) break;
  }).rejects.toThrow(refused);
  await expect(many().forEach(() => {})).rejects.toThrow(refused);
  await expect(many().cursor(10, () => {})).rejects.toThrow(refused);
  await expect(many().describe()).rejects.toThrow(refused);
  expect(await nextThree()).toEqual(own);
});

test('rows that came before an error are in no later answer', async () => {
  await expect(sql`select 10 / (4 - g) as x from generate_series(1, 6) g`).rejects.toThrow('zero');
  expect(await nextThree()).toEqual(own);
  const slow = sql`select g, pg_sleep(case when g > 2000 then 3 else 0 end) from generate_series(1, 3000) g`;
  // The server's own limit of a statement.
  await expect(slow).rejects.toMatchObject({ name: 'DatabaseAway', code: '57014' });
  expect(await nextThree()).toEqual(own);
});

test('a parameter that cannot be sent takes nobody’s answer along', async () => {
  const at = (date: Date) => sql`select ${date}::timestamptz as at`;
  await at(new Date());
  const before = sql`select pg_sleep(0.1), 'before' as word`;
  const bad = at(new Date(Number.NaN));
  const after = nextThree();
  expect(await before).toMatchObject([{ word: 'before' }]);
  await expect(bad).rejects.toThrow('Invalid time');
  expect(await after).toEqual(own);
});

test('a table that changed under a prepared statement mixes up nothing', async () => {
  await database.sql`create table moved (a int)`;
  await database.sql`insert into moved values (7)`;
  const all = () => sql`select * from moved where a > ${0}`;
  await all();
  await number(0);
  await database.sql`alter table moved add column b text default 'x'`;
  const changed = all();
  const numbers: Promise<unknown>[] = [];
  for (let n = 0; n < 6; n++) {
    await sleep(0);
    numbers.push(number(n).then((rows) => [...rows]));
  }
  expect(await changed).toEqual([{ a: 7, b: 'x' }]);
  expect(await Promise.all(numbers)).toEqual([0, 1, 2, 3, 4, 5].map((n) => [{ n }]));
});

test('a statement that comes after its transaction is in no other one', async () => {
  let late: Promise<unknown> | undefined;
  await sql.begin(async (tx) => {
    late = sleep(50).then(() => tx`create table strayed (a int)`);
  });
  const other = sql.begin(async (tx) => {
    await tx`select 1`;
    await sleep(100);
  });
  await expect(late).rejects.toThrow('after the end of its transaction');
  await other;
  expect(await sql`select to_regclass('strayed') as strayed`).toEqual([{ strayed: null }]);
});

test('a transaction ends at its first error, also when that was swallowed, and when its connection is lost', async () => {
  const failed = sql.begin(async (tx) => {
    await tx`create table half (a int)`;
    await tx`select 1 / 0`.catch(() => {});
    return 'done';
  });
  await expect(failed).rejects.toThrow('zero');
  const lost = sql.begin(async (tx) => {
    const [me] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await database.sql`select pg_terminate_backend(${me?.pid ?? 0})`;
    await sleep(100);
    await tx`create table half (a int)`;
  });
  await expect(lost).rejects.toThrow('lost');
  await expect(sql.begin(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await sql`select to_regclass('half') as half`).toEqual([{ half: null }]);
  expect(await nextThree()).toEqual(own);
});

test('a connection that is out of step all the same gives out nothing, and is ended', async () => {
  const opened: postgres.Sql[] = [];
  const connections = new Connections(
    () =>
      new Line((onclose) => {
        const raw = postgres(database.url, { max: 1, onclose, connection: { statement_timeout: 500 } });
        opened.push(raw);
        return raw;
      }, 5_000),
    1,
  );
  const ask = (n: number) =>
    connections.use((line) => line.ask(questionOf(opened.at(-1)?.unsafe('select $1::int as n', [n]))));
  expect(await ask(0)).toEqual([{ n: 0 }]);
  // Behind the guard's back: a cursor that is left after the server's limit asks for one answer too many.
  for await (const _ of opened[0]
    ?.unsafe('select generate_series(1, 5000)', [], { prepare: true })
    .cursor(10) ?? []) {
    await sleep(800);
    break;
  }
  await expect(ask(1)).rejects.toThrow('not of this question');
  expect([await ask(2), await ask(3)]).toEqual([[{ n: 2 }], [{ n: 3 }]]);
  expect(opened).toHaveLength(2);
  await connections.end(1_000);
});

test('that a row came is no yes: it has to name what was asked for', async () => {
  expect(() => asked([{ number: 'LAP-2026-000002' }], 'number', 'LAP-2026-000001')).toThrow('asked for');
  await database.sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at)
    values ('LAP-1', 'pengaduan', 'Satu', 'Uraian', 'web', 'terbuka', '', now())`;
  expect(await isInvolved(database.sql, 'LAP-1', null)).toBe(true);
  expect(await isInvolved(database.sql, 'LAP-2', null)).toBe(false);
  expect(await isInvolved(database.sql, 'LAP-1', 'badan-contoh')).toBe(false);
});
