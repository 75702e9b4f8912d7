// What the app may do in its database, whoever it logs in as: keep the record, and never take its protections away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAppLogin } from '../../db/schema/app-login.ts';
import { appRole, standingOf } from '../../db/schema/app-role.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { migrate } from '../../db/schema/migrate.ts';
import { prepareDatabase } from '../../db/schema/prepare.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts';
import { runProgram } from '../support/program.ts';

let database: FreshDatabase;
/** Of the cluster, so of this test alone. */
let login: string;
let owner: string;
let appUrl: string;
const as = (username: string, password: string, { url } = database) =>
  Object.assign(new URL(url), { username, password }).href;

beforeAll(async () => {
  database = await freshDatabase();
  const own = new URL(database.url).pathname.slice(1);
  [login, owner] = [`${own}_app`, `${own}_owner`];
  appUrl = as(login, "kata'sandi%41");
  await makeAppLogin(database.url, appUrl);
});
afterAll(async () => {
  for (const role of [login, owner]) await database.sql.unsafe(`drop role if exists ${role}`);
  await database.close();
});

const denied = /permission denied|must be owner/;

describe.each([
  ['a log-in of its own', () => appUrl, {}, ''],
  // Back to where the connection began, which is the same role.
  ['the role, behind the log-in of a superuser', () => database.url, { role: appRole }, 'reset role;'],
])('as %s the app', (_, url, options, first) => {
  let sql: Sql;
  beforeAll(() => {
    sql = openDatabase(url(), { max: 1, ...options });
  });
  afterAll(() => sql.end());

  test.each([
    'alter table events disable trigger events_append_only',
    'alter table events disable trigger all',
    'alter table complaints drop constraint received_in_our_time',
    'set session_replication_role = replica',
    'drop trigger events_append_only on events',
    'drop table notes',
    'truncate complaints cascade',
    'truncate events',
    "update events set text = 'lain'",
    'delete from events',
    "insert into events select * from events on conflict (number, seq) do update set text = 'lain'",
    "update notes set text = 'lain'",
    'delete from delivery_attempts',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
    'create table elsewhere (id int)',
    "update migrations set checksum = 'lain'",
    "select setval('complaint_numbers', 1)",
    `alter role ${appRole} superuser`,
  ])('may not: %s', async (statement) => {
    await expect(sql.unsafe(`${first} ${statement}`)).rejects.toThrow(denied);
  });
});

test('what a trigger keeps for good, it may neither change, delete nor empty: each such table', async () => {
  const kept = await database.sql<{ name: string; rights: string[]; bits: number }[]>`
    select relname as name, bit_or(tgtype)::int as bits,
      array(select privilege_type::text from aclexplode(relacl) where grantee = to_regrole(${appRole}) order by 1) as rights
    from pg_trigger t join pg_class c on c.oid = tgrelid
    where tgfoid = 'refuse_change'::regproc and tgqual is null group by c.oid`;
  expect(kept.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['admin_changes', 'attachments', 'delivery_attempts', 'events', 'notes']),
  );
  // 8 delete, 16 update, 32 truncate
  for (const { name, rights, bits } of kept)
    expect([name, bits & 56, rights]).toEqual([name, 56, ['INSERT', 'SELECT']]);
});

test('its log-in gets another password by the next migration, and never out of one that may do more', async () => {
  const other = as(login, 'sandi-lain');
  const env = { DATABASE_URL: database.url, APP_DATABASE_URL: other };
  expect(await runProgram('migrate', [], { env })).toMatchObject({ code: 0 });
  const sql = openDatabase(other, { max: 1 });
  expect(await sql`select from migrations limit 1`).toHaveLength(1);
  await sql.end();
  await makeAppLogin(database.url, appUrl);
  await expect(makeAppLogin(database.url, database.url)).rejects.toThrow(/may do more/);
  await expect(makeAppLogin(database.url, as(login, ''))).rejects.toThrow(/no user with a password/);
});

test('its log-in starts on what is migrated, and says who is to migrate what is not', async () => {
  expect(await prepareDatabase(appUrl)).toEqual({ role: appRole, owner: false });
  await database.sql`delete from migrations where name = '0028_no_truncate.sql'`;
  await expect(migrate(appUrl)).rejects.toThrow(/0028_no_truncate\.sql has not run.*npm run migrate/);
});

test('a table that a later migration adds is granted at its end; rights that were added by hand are taken back', async () => {
  const fresh = await freshDatabase();
  await fresh.sql`create table added (id bigint generated always as identity primary key)`;
  await fresh.sql.unsafe(`grant truncate on complaints to ${appRole}`);
  await migrate(fresh.url);
  const sql = openDatabase(fresh.url, { max: 1, role: appRole });
  expect(await sql`insert into added default values returning id`).toHaveLength(1);
  await sql.end();
  const [{ may } = { may: undefined }] = await fresh.sql<{ may: boolean }[]>`
    select has_table_privilege(${appRole}, 'complaints', 'TRUNCATE') as may`;
  expect(may).toBe(false);
  await fresh.close();
});

test.each([
  ['without CREATEROLE acts as itself until the DBA gives it the role', 'nocreaterole', undefined],
  ['with CREATEROLE has no right to a role that somebody else made', 'createrole', undefined],
])('an owner %s', async (_, attribute, role) => {
  const empty = await emptyDatabase();
  await database.sql.unsafe(`drop role if exists ${owner}`);
  await database.sql.unsafe(`create role ${owner} login password 'sandi' ${attribute}`);
  const name = new URL(empty.url).pathname.slice(1);
  await database.sql.unsafe(`alter database ${name} owner to ${owner}`);
  const url = as(owner, 'sandi', empty);
  expect(await prepareDatabase(url)).toEqual({ role, owner: true });
  await database.sql.unsafe(`grant ${appRole} to ${owner}`);
  expect(await standingOf(url)).toEqual({ role: appRole, owner: true });
  expect(await prepareDatabase(url)).toEqual({ role: appRole, owner: true });
  await empty.close();
});
