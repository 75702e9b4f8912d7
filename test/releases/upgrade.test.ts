// A database as 0.1.0 left it, with open reports in it: it is migrated, its record is whole, and work goes on where it stood.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../activities/scheduled/reconcile.ts';
import { isSameRequest } from '../../db/complaints/filing/request-hash.ts';
import { sealPlain } from '../../db/people/sealed/seal-plain.ts';
import { whoReports } from '../../db/people/sealed/who-reports.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { contactKey } from '../../db/secrets/secrets.ts';
import { migrate } from '../../db/schema/migrate.ts';
import { prepareDatabase } from '../../db/schema/prepare.ts';
import { complaintWorkflow, type ComplaintInput, startOptions } from '../../workflows/messages.ts';
import { Api, Driven } from '../support/api.ts';
import { emptyDatabase, type FreshDatabase } from '../support/database.ts';
import { broken, type Catalogue, catalogue } from './still-runs.ts';
import { dumpOf, toldBy } from '../support/files/dump.ts';
import { identityKeys } from '../support/runner/identity-keys.ts';

/** Of each open report: what its next run would have been started with, and what its reporter has. */
const open = JSON.parse(readFileSync(new URL('./0.1.0.json', import.meta.url), 'utf8')) as {
  key: string;
  input: ComplaintInput & { carried: NonNullable<ComplaintInput['carried']> };
}[];
const number = (n: number) => `LAP-2026-${String(n).padStart(6, '0')}`;

let database: FreshDatabase;
let api: Api;
/** As 0.1.0 left it. */
let then: Catalogue;
beforeAll(async () => {
  database = await emptyDatabase();
  await restore();
  then = await catalogue(database.sql);
  await prepareDatabase(database.url, undefined, identityKeys);
  api = await Api.open({}, database);
});
afterAll(() => api?.close());

/** The schema by the migrations that ran then, which are as they were, and then the rows. */
async function restore(): Promise<void> {
  const { sql } = database;
  const rows = readFileSync(new URL('./0.1.0.sql', import.meta.url), 'utf8');
  const ran = [...rows.matchAll(/"name": "(\d{4}_\w+\.sql)"/g)].map(([, name = '']) => name);
  expect(ran.length).toBe(10);
  await sql`create table migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())`;
  for (const name of ran) {
    await sql.unsafe(readFileSync(new URL(`../../db/migrations/${name}`, import.meta.url), 'utf8'));
  }
  await sql.unsafe(rows);
}

/** That open report, with its workflow going on in a new run. */
async function takenUp(n: number): Promise<Driven> {
  const { input, key } = open.find((one) => one.input.number === number(n)) ?? {};
  if (!input || !key) throw new Error(`${number(n)} is not open.`);
  await api.client.workflow.start(complaintWorkflow, startOptions(input));
  return new Driven(api, input.number, key);
}

test('every migration since ran once; the record is whole and the reports are where they stood', async () => {
  expect(await migrate(database.url)).toEqual([]);
  expect(await firstBreak(database.sql)).toBeUndefined();
  const { body } = await api.as('nasional', 'GET', '/v1/complaints?limit=100');
  const seen = new Map<string, object>(body.items.map((item: { number: string }) => [item.number, item]));
  expect([...seen.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(number));
  for (const { input } of open) {
    const { step, status, holder } = input.carried.case;
    expect(seen.get(input.number)).toMatchObject({ step, status, holder: { id: holder?.id ?? null } });
  }
  // What was masked and made searchable otherwise is so by the rules of now.
  const found = await api.send('GET', '/v1/register?q=lampu');
  expect(found.body.items).toMatchObject([{ number: number(5), title: 'Lampu jalan padam dua kilometer' }]);
});

/**
 * What is otherwise than 0.1.0 has it, and what that is to it. It is stopped before the migration for the first of these; nothing
 * may come to them, for a release runs on while the next one replaces it (CONTRIBUTING).
 */
const otherwise = {
  'public_text(text) is gone': 'its public register answers 500',
  'public_text(text,text) is gone': 'the same',
  'sign_in_failures.attempts_of must be written': 'its answer to a wrong password is 500',
  "admin_changes: CHECK ((what = ANY (ARRAY['user'::text, 'office'::text, 'schedule'::text, 'api-key'::text, 'category'::text, 'process'::text])))":
    'wider than what it writes',
  "complaints: CHECK (((received_at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (received_at < '2200-01-01 00:00:00+00'::timestamp with time zone))) NOT VALID":
    'refuses what it could not reckon with',
  'offices: CHECK ((successor_id <> id))': 'it writes no successor',
  'users: CREATE UNIQUE (lower(username))': 'refuses a name that differs by capitals only',
};

test('a release that this one replaces runs on, but for what is known', async () => {
  expect(broken(then, await catalogue(database.sql))).toEqual(Object.keys(otherwise).toSorted());
});

test('decisions of then and of now go on with them, and nothing differs afterwards', async () => {
  const filed = await takenUp(1);
  expect(
    (await filed.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' })).body,
  ).toMatchObject({
    step: 3,
    holder: { id: 'kementerian-contoh' },
  });
  const returned = await takenUp(4);
  expect((await returned.decide('instansi', { action: 'receive' })).body.step).toBe(4);
  const changes = { kind: 'aspirasi', place: 'Pasar Baru' };
  expect(
    (await returned.decide('instansi', { action: 'correct', reason: 'Salah jenis.', changes })).status,
  ).toBe(200);

  // Bound by two returns of then; the agency may take it back all the same (reading 18), as whose disposition it was.
  const bound = await takenUp(6);
  expect((await bound.decide('eselon1', { action: 'receive' })).body.step).toBe(7);
  expect((await bound.decide('instansi', { action: 'recall', reason: 'Salah unit.' })).body.step).toBe(4);
  expect((await bound.decide('instansi', { action: 'return', reason: 'Bukan kami.' })).body.code).toBe(
    'binding-disposition',
  );

  const atUpt = await takenUp(9);
  expect((await atUpt.reply({ type: 'message', text: 'Ada kabar?' })).status).toBe(200);
  const answer = { action: 'answer', text: 'Berkas sudah kami periksa, izinnya terbit hari ini.' };
  expect((await atUpt.decide('upt', answer)).body).toMatchObject({ step: 11, status: 'answered' });
  expect((await atUpt.reply({ type: 'objection', text: 'Belum sampai.' })).body.step).toBe(10);

  // By the calendar of the day their time may be over by now: what they come to is on record either way.
  for (const n of [5, 7, 8]) await takenUp(n);
  await expect.poll(async () => (await reconcile(api.appSql, api.engine)).differences).toEqual([]);
  expect(await firstBreak(database.sql)).toBeUndefined();
});

test('who reports is sealed once the release before may be gone, and everybody reads it as before', async () => {
  const words = ['pelapor@example.org', 'Yohanes Wenda', 'Maria Goreti', 'Ratna Sari'];
  const people = () => whoReports(api.sql, [1, 2, 3, 4, 5, 6, 7, 8, 9].map(number));
  const before = await people();
  expect(before.map(({ name }) => name)).toContain('Yohanes Wenda');
  const [{ requestHash } = { requestHash: Buffer.of() }] = await api.sql<{ requestHash: Buffer }[]>`
    select request_hash from complaints where number = ${number(1)}`;
  expect(requestHash).toHaveLength(32);
  const plain = createHash('sha256').update('apa pun').digest();
  expect(await sealPlain(api.appSql)).toBe(0);
  expect(toldBy(await dumpOf(api.sql), words)).toEqual(words);

  await api.sql`update migrations set ran_at = ran_at - interval '25 hours' where name = '0083_identities.sql'`;
  expect(await sealPlain(api.appSql)).toBe(9);
  expect(await sealPlain(api.appSql)).toBe(0);
  expect(toldBy(await dumpOf(api.sql), words)).toEqual([]);
  expect(await people()).toEqual(before);
  const hashing = await contactKey(api.sql);
  const [now] = await api.sql<{ requestHash: Buffer }[]>`
    select request_hash from complaints where number = ${number(1)}`;
  expect(isSameRequest(hashing, now?.requestHash ?? null, requestHash)).toBe(true);
  expect(isSameRequest(hashing, requestHash, requestHash)).toBe(true);
  expect(isSameRequest(hashing, now?.requestHash ?? null, plain)).toBe(false);
  expect(await firstBreak(database.sql)).toBeUndefined();
});
