// All open reports move from one Temporal to another, each a server of its own with its own files, while people file and decide.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Filed, logIn, type Send } from '../../cli/shared/api-client.ts';
import { openCodec, openKeyRing } from '../../codec/open.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { lastOnRecord, processOf } from '../../db/record/on-record.ts';
import { KeptRules } from '../../db/rules/kept-rules.ts';
import { Engine } from '../../engine/engine.ts';
import { freePort } from '../../local/parts/ports.ts';
import { waitUntilGone } from '../../local/parts/process.ts';
import { startTemporal } from '../../local/servers/temporal-server.ts';
import { environmentFor } from '../../settings/environment.ts';
import { whyMoved } from '../../sop/beside/resume.ts';
import type { Case } from '../../sop/case.ts';
import { whichRuns } from '../../worker/which-engine.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { runProgram } from '../support/program.ts';
import { identityKeysText } from '../support/runner/identity-keys.ts';
import { goodAnswer, goodFirstResponse } from '../support/said.ts';

const root = new URL('../..', import.meta.url);
const count = 24;

interface Server {
  address: string;
  client: Client;
  engine: Engine;
  stop: () => Promise<void>;
}

let folder: string;
let database: FreshDatabase;
let one: Server;
let other: Server;
let env: Record<string, string>;
let base: string;
const programs: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-engines-'));
  [database, one, other] = await Promise.all([freshDatabase(), server('one'), server('other')]);
  const { dataConverter } = openCodec(await openKeyRing({}, database.sql));
  for (const each of [one, other]) {
    const connection = Connection.lazy({ address: each.address });
    each.client = new Client({ connection, dataConverter });
    each.engine = new Engine(each.client);
  }
  const port = String(await freePort());
  base = `http://127.0.0.1:${port}`;
  env = {
    DATABASE_URL: database.url,
    TUNTAS_IDENTITY_KEYS: identityKeysText,
    TEMPORAL_ADDRESS: one.address,
    TEMPORAL_NEXT: `${other.address}/default`,
    ATTACHMENTS_DIR: join(folder, 'attachments'),
    PORT: port,
    LOG_LEVEL: 'warn',
    WEB_DIR: inject('consoleDir'),
  };
  await Promise.all([begin('worker'), begin('api', '--demo')]);
});
afterAll(async () => {
  await endPrograms();
  for (const each of [one, other]) {
    await each?.client?.connection.close();
    await each?.stop();
  }
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function endPrograms(): Promise<void> {
  const running = programs.splice(0).filter(({ exitCode }) => exitCode === null);
  const ended = running.map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(ended);
}

async function server(name: string): Promise<Server> {
  const own = join(folder, name);
  mkdirSync(own);
  const grpc = await freePort();
  const child = await startTemporal(inject('temporalPath'), own, { grpc, ui: 0 }, false);
  const stop = async () => {
    // Nobody reads its data again.
    child.kill('SIGKILL');
    await waitUntilGone(child.pid ?? 0, 5_000);
  };
  return { address: `127.0.0.1:${grpc}`, stop } as Server;
}

async function begin(name: 'api' | 'worker', ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['build/run.js', name, ...args], {
    cwd: root,
    stdio: 'ignore',
    env: environmentFor(name, env),
  });
  programs.push(child);
  if (name === 'worker') return;
  for (const until = Date.now() + 60_000; ; await sleep(100)) {
    const ready = await fetch(`${base}/readyz`).catch(() => undefined);
    if (ready?.ok) return;
    if (Date.now() > until) throw new Error('The API did not become ready.');
  }
}

const run = (name: 'move-engine' | 'reconcile') => runProgram(name, [], { env });

/** Whatever happens, it is taken. */
async function file(): Promise<Filed> {
  const answer = await fetch(`${base}/v1/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'pengaduan',
      title: 'Lampu jalan mati',
      description: 'Gelap sejak sepekan.',
      agencyId: 'kementerian-contoh',
      reporter: { name: 'Siti' },
    }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Filed;
}

/** By its record. */
async function standing(number: string): Promise<Case & { types: string[]; last: string | null }> {
  const [row] = await database.sql<{ state: Case; types: string[]; last: string | null }[]>`
    select state, (select array_agg(type order by seq) from events e where e.number = c.number) as types,
      (select reason from events e where e.number = c.number and e.seq = c.seq) as last
    from complaints c where number = ${number}`;
  if (!row) throw new Error(`${number} is not there.`);
  return { ...row.state, types: row.types, last: row.last };
}

test('they go on there, and whoever is at it is let in again within a minute', async () => {
  const { sql } = database;
  const people = ['instansi', 'eselon1', 'ops'].map(async (who) => (await logIn(base, who, 'demo')).send);
  const [agency, unit, ops] = (await Promise.all(people)) as [Send, Send, Send];
  const decide = (send: Send, number: string, body: object, headers = {}) =>
    send<{ step: number }>('POST', `/v1/complaints/${number}/decisions`, body, headers);
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 4)
    numbers.push(...(await Promise.all([1, 2, 3, 4].map(async () => (await file()).number))));
  const [answered = '', asking = '', waiting = ''] = numbers;
  await decide(agency, answered, { action: 'receive' });
  await decide(agency, answered, { action: 'accept', officeId: 'ditjen-pelayanan' });
  const key = { 'idempotency-key': 'kunci' };
  const respond = { action: 'respond', text: goodFirstResponse };
  const first = await decide(unit, answered, respond, key);
  await decide(agency, asking, { action: 'receive' });
  const question = { officeId: 'ditjen-pelayanan', question: 'Apakah izinnya pernah terbit?' };
  const { id } = await agency<{ id: string }>('POST', `/v1/complaints/${asking}/consultations`, question);
  await expect.poll(() => one.engine.consultations.open()).toContain(id);
  await ops('POST', '/v1/schedules/recap/pause');
  await expect
    .poll(() => sql`select from complaints where state is null or ended_at is not null`)
    .toHaveLength(0);
  const before = new Map(
    await Promise.all(numbers.map(async (number) => [number, await standing(number)] as const)),
  );

  // Broken off just after the moment from which the other one counts.
  const broken = spawn(process.execPath, ['build/run.js', 'move-engine'], {
    cwd: root,
    env: environmentFor('move-engine', env),
  });
  let said = '';
  for await (const part of broken.stdout as AsyncIterable<Buffer>) {
    said += part.toString();
    if (said.includes('From now on')) broken.kill('SIGKILL');
  }
  expect(said).toContain(`From now on the reports run on`);
  // Who decides now is let in within seconds all the same; the record brings that one there.
  const waitedFrom = performance.now();
  expect((await decide(agency, waiting, { action: 'receive' })).step).toBe(4);
  expect(performance.now() - waitedFrom).toBeLessThan(60_000);
  expect(await other.engine.processes.stateOf(waiting)).toBe('running');

  // Taken up, while people file.
  const moving = run('move-engine');
  const filed: string[] = [];
  for (let isOver = false; !isOver; ) {
    filed.push((await file()).number);
    isOver = await Promise.race([moving.then(() => true), sleep(200, false)]);
  }
  const moved = await moving;
  expect([moved.code, moved.err]).toEqual([0, '']);
  expect(moved.out).toMatch(/^\d+ reports moved in [\d.]+ s; they run on localhost\/default\.$/m);

  // Each has gone on from its record, once, with its clocks; none runs where it was.
  for (const number of numbers) {
    const [was, is] = [before.get(number), await standing(number)];
    const since = number === waiting ? ['resumed', 'received'] : ['resumed'];
    expect(is.types).toEqual([...(was?.types ?? []), ...since]);
    if (number === waiting) continue;
    expect(is.last).toBe(whyMoved);
    expect({ ...is, seq: 0, types: [], last: '' }).toEqual({ ...was, seq: 0, types: [], last: '' });
  }
  await expect.poll(() => one.engine.processes.running()).toEqual([]);
  await expect.poll(() => one.engine.schedules.list()).toEqual([]);
  const schedules = await other.engine.schedules.list();
  expect(schedules.filter(({ paused }) => paused).map((schedule) => schedule.id)).toEqual(['recap']);
  await expect
    .poll(async () => [...(await other.engine.processes.open()).keys()].toSorted())
    .toEqual([...numbers, ...filed].toSorted());
  // Keys and questions came along.
  expect(await decide(unit, answered, respond, key)).toEqual(first);
  expect((await decide(unit, answered, { action: 'accept' })).step).toBe(8);
  expect((await decide(unit, answered, { action: 'answer', text: goodAnswer })).step).toBe(11);
  expect(await other.engine.consultations.open()).toEqual(new Set([id]));
  await unit('POST', `/v1/complaints/${asking}/consultations/${id}/answer`, { text: 'Ya, pada 2024.' });
  await expect.poll(() => other.engine.consultations.open()).toEqual(new Set());

  // Asked again it finds nothing to do; so does the reconciliation, but for what somebody stops meanwhile.
  const [last = ''] = numbers.slice(-1);
  const types = (await standing(last)).types;
  const again = await run('move-engine');
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^0 reports moved/m)]);
  expect((await standing(last)).types).toEqual(types);
  await other.client.workflow.getHandle(last).terminate('uji');
  await expect.poll(async () => (await other.engine.processes.open()).has(last)).toBe(false);
  const reconciled = await run('reconcile');
  expect([reconciled.code, reconciled.err]).toEqual([0, '']);
  expect(reconciled.out).toContain(
    `${last} had a process that was stopped from outside; it goes on from its record.\n`,
  );
  expect(reconciled.out).toMatch(/Every open report goes with its record\.\n$/);
  expect(await firstBreak(sql)).toBeUndefined();
});

test('what a process takes that the reports have left is not answered, and never comes to the record', async () => {
  const { sql } = database;
  const { number } = await file();
  await expect.poll(async () => (await standing(number)).types.length).toBeGreaterThan(0);
  const { types } = await standing(number);
  const row = await lastOnRecord(sql, number);
  if (!row) throw new Error('It was filed.');
  // As a process does that was forgotten there; the worker of before still works for it.
  const input = processOf(row, await new KeptRules().now(sql), 'Tertinggal di mesin lama.');
  await one.engine.processes.resume(input, { inPlace: false });
  const actor = { role: 'agency', officeId: 'kementerian-contoh', name: 'Instansi' } as const;
  const decided = one.engine.complaints.decide(number, { action: 'receive', actor }, 'lama');
  await expect(decided).rejects.toMatchObject({ code: 'out-of-step' });
  await sleep(1_000);
  expect((await standing(number)).types).toEqual(types);
  await one.engine.processes.end(number, 'uji');
});

test('a copy of it all comes back beside another Temporal, by one command', async () => {
  const [open] = await database.sql<{ count: number }[]>`
    select count(*) from complaints where ended_at is null`;
  const name = new URL(database.url).pathname.slice(1);
  const rehearse = (...args: string[]) =>
    runProgram('rehearse', args, { env: { ...env, TEMPORAL_NEXT: '', TEMPORAL_ADDRESS: one.address } });
  expect(await rehearse('--copy', 'tuntas')).toMatchObject({ code: 2, err: expect.stringContaining(name) });
  expect(await rehearse('--copy', name)).toMatchObject({
    code: 2,
    err: expect.stringContaining('others work'),
  });
  await endPrograms();
  await database.sql.end({ timeout: 2 });
  const { code, out } = await rehearse('--copy', name);
  expect(out).toMatch(/^The record is whole: /m);
  expect(out).toMatch(/^Every open report goes with its record\.$/m);
  expect(out).toContain(`${open?.count} of ${open?.count} open reports run.`);
  expect(code).toBe(0);
});

test('the first engine of a record takes it, and one begun anew in its place; never a stranger, nor one that was left', async () => {
  const { sql, close } = await freshDatabase();
  const at = (id: string, address: string) => ({
    id,
    place: { connectionOptions: { address }, namespace: 'default' },
  });
  const [first, anew, stranger, next] = [
    at('a', 'temporal:7233'),
    at('b', 'temporal:7233'),
    at('c', 'lain:7233'),
    at('d', 'berikut:7233'),
  ];
  const serves = async (...posts: [ReturnType<typeof at>, ...ReturnType<typeof at>[]]) =>
    (await whichRuns(sql, posts, posts[0].place))?.id;
  expect(await serves(first, next)).toBe('a');
  expect(await serves(stranger)).toBeUndefined();
  expect(await serves(stranger, first)).toBe('a');
  expect(await serves(anew)).toBe('b');
  expect(await serves(first)).toBeUndefined();
  await close();
});
