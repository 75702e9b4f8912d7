// Engine, worker and database away: nothing is done, nothing is lost, and the caller is told when to try again.
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { sqlWhileAwaited, whileAwaited } from '../../../api/http/awaited.ts';
import { forOthersToo, runAwaited } from '../../../api/http/in-time.ts';
import type { Db } from '../../../db/connection/client.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../../worker/sweep.ts';
import { courierWorkflow } from '../../../workflows/messages.ts';
import { Api } from '../../support/api.ts';
import { replay } from '../../support/replays.ts';
import { goodAnswer } from '../../support/said.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

/** Until it is released nobody can write to that report's row. */
function holdRow(number: string): () => Promise<void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = api.sql.begin(async (tx) => {
    await tx`select from complaints where number = ${number} for update`;
    await released;
  });
  return async () => {
    release();
    await holding;
  };
}

const ready = async () => (await api.send('GET', '/readyz')).body;

test('alive and ready', async () => {
  expect((await api.send('GET', '/healthz')).status).toBe(200);
  expect(await ready()).toEqual({ status: 'ready', engine: 'ok', database: 'ok', worker: 'ok' });
});

test('asked to cancel, a report goes on: decisions are taken and answered, and it ends by the SOP', async () => {
  const r = await api.report();
  const open = api.client.workflow.getHandle(r.number);
  await Promise.all([open.cancel(), api.client.workflow.getHandle(courierWorkflow).cancel()]);
  const disposed = await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  expect([disposed.status, disposed.body.step, disposed.body.deadline]).toEqual([200, 3, expect.any(String)]);
  const atOnce = await Promise.all([
    r.decide('instansi', { action: 'receive' }),
    open.cancel(),
    r.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami' }),
  ]);
  expect(atOnce[0].status).toBe(200);
  expect([200, 409]).toContain(atOnce[2].status);
  expect((await r.toRow8()).number).toBe(r.number);
  expect((await r.decide('eselon1', { action: 'answer', text: goodAnswer })).status).toBe(200);
  expect((await r.reply({ type: 'confirmation' })).body.status).toBe('closed');
  expect((await open.result()) as unknown).toMatchObject({ status: 'closed' });
  await replay(await open.fetchHistory(), { traced: false, dataConverter: api.dataConverter }, r.number);
  // Mails and webhooks go on too.
  expect((await api.client.workflow.getHandle(courierWorkflow).describe()).status.name).toBe('RUNNING');
});

test('without a worker a decision is 503, and is not taken when the worker comes back', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  await api.stopWorker();
  // The answer before is kept for a second.
  await expect.poll(ready).toEqual({ status: 'not-ready', engine: 'ok', database: 'ok', worker: 'away' });
  const late = await r.decide('nasional', { action: 'reject', reason: 'Ganda' }, { 'idempotency-key': 'x' });
  expect([late.status, late.body.code]).toEqual([503, 'engine-away']);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  await api.startWorker();
  await sleep(2_000);
  expect((await r.seenBy('nasional')).body).toMatchObject({ status: 'received', step: 2 });
  // The same key, now that somebody waits for it.
  const taken = await r.decide('nasional', { action: 'reject', reason: 'Ganda' }, { 'idempotency-key': 'x' });
  expect([taken.status, taken.body.status]).toEqual([200, 'rejected']);
});

test('without the engine decisions are 503; a report is still taken and started later', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  const held = await api.report();
  const withdrawn = await api.report();
  expect((await withdrawn.reply({ type: 'withdrawal' })).body.status).toBe('withdrawn');
  expect((await r.seenBy('instansi')).status).toBe(404);
  await api.stopWorker();
  await api.stopEngine();
  await expect.poll(ready).toMatchObject({ status: 'not-ready', engine: 'away', database: 'ok' });
  const late = await r.decide('nasional', { action: 'reject', reason: 'Ganda' });
  // Whether it is on its way to them nobody can say; what has ended is not, nor what never came.
  const [unsaid, ...others] = await Promise.all([
    r.seenBy('instansi'),
    withdrawn.seenBy('instansi'),
    api.as('instansi', 'GET', '/v1/complaints/LAP-2026-999999'),
    api.send('GET', r.path, undefined, { 'x-access-key': held.key }),
  ]);
  for (const { status, body, headers } of [late, unsaid])
    expect([status, body.code, headers.has('retry-after')]).toEqual([503, 'engine-away', true]);
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
  // What stands by to be sent goes once the engine is there again, also without its writer (decision 36).
  const sending = `${held.path}/drafts/reject/sending`;
  const standing = await api.as('nasional', 'POST', sending, { key: 'tertahan', reason: 'Ganda' });
  expect(standing.status).toBe(202);
  await api.as('nasional', 'POST', `${sending}/now`);
  const file = () => api.file({ title: 'Masuk saat mesin mati' }, { 'idempotency-key': 'mesin-mati' });
  const filed = await file();
  expect([filed.status, filed.body.step]).toEqual([201, 1]);
  expect((await file()).body).toEqual(filed.body);
  const followed = await api.send('GET', `/v1/complaints/${filed.body.number}`, undefined, {
    'x-access-key': filed.body.accessKey,
  });
  expect(followed.body).toMatchObject({ step: 1, status: 'received', holder: { name: 'Sistem' } });
  await api.startEngine();
  await api.startWorker();
  const stopSweeping = sweep(api.sql, api.engine, pino({ level: 'silent' }));
  const seen = async () => (await api.as('nasional', 'GET', `/v1/complaints/${filed.body.number}`)).body.step;
  for (const until = Date.now() + 30_000; (await seen()) !== 2 && Date.now() < until; ) await sleep(200);
  await stopSweeping();
  expect(await seen()).toBe(2);
  // What the worker made of the row alone is what the engine would have answered.
  expect((await file()).body).toEqual({ ...filed.body, step: 2 });
  expect((await r.seenBy('instansi')).status).toBe(404);
  expect((await r.decide('nasional', { action: 'reject', reason: 'Ganda' })).status).toBe(200);
  await expect
    .poll(async () => (await held.seenBy('nasional')).body.status, { timeout: 30_000 })
    .toBe('rejected');
});

test('a decision whose engine dies after it was written is answered as written, and its report goes on from there', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  const said = { action: 'dispose', officeId: 'kementerian-contoh' };
  const dispose = () => r.decide('nasional', said, { 'idempotency-key': 'mesin-mati-sesudahnya' });
  await Promise.all(['nasional', 'instansi'].map((who) => api.tokenOf(who)));
  const release = holdRow(r.number);
  const deciding = dispose();
  const waits = async () =>
    (
      await api.sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    ).length;
  await expect.poll(waits).toBe(1);
  await api.stopEngine('SIGKILL');
  await release();
  const decided = await deciding;
  expect([decided.status, decided.body.step]).toEqual([200, 3]);
  expect((await dispose()).body).toEqual(decided.body);
  await api.startEngine();
  const stopSweeping = sweep(api.sql, api.engine, pino({ level: 'silent' }));
  // Its process never heard of it.
  const received = async () => (await r.decide('instansi', { action: 'receive' })).body.step;
  await expect.poll(received, { interval: 1_000 }).toBe(4);
  await stopSweeping();
  expect((await r.events()).filter(({ type }) => type === 'disposed')).toHaveLength(1);
});

test('while the record is behind, the next office is told to wait, and nobody else anything', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  await Promise.all(['nasional', 'instansi', 'instansi2'].map((who) => api.tokenOf(who)));
  const release = holdRow(r.number);
  const taken = await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  expect([taken.status, taken.body.step, taken.body.deadline]).toEqual([200, 3, null]);
  const asked = () => Promise.all([r.seenBy('instansi'), r.decide('instansi', { action: 'receive' })]);
  for (const { status, body, headers } of await asked()) {
    expect([status, body.code, headers.has('retry-after')]).toEqual([503, 'record-behind', true]);
  }
  const bulk = [r.number, (await api.report({ agencyId: 'kementerian-contoh' })).number];
  const items = bulk.map((number) => ({ number, action: 'receive' }));
  const { body } = await api.as('instansi', 'POST', '/v1/decisions', { items });
  expect(body.items.map(({ status }: { status: number }) => status)).toEqual([503, 200]);
  expect((await r.seenBy('instansi2')).status).toBe(404);
  // No such report, no id at all, other workflows.
  for (const number of ['LAP-2026-999999', '', '%20', 'courier', 'sla-digest-wib-run']) {
    const none = await api.as('instansi', 'GET', `/v1/complaints/${number}/events`);
    expect([number, none.status]).toEqual([number, 404]);
  }
  await release();
  await expect.poll(async () => (await r.seenBy('instansi')).status).toBe(200);
  expect((await r.decide('instansi', { action: 'receive' })).body.step).toBe(4);
  expect((await r.seenBy('instansi2')).status).toBe(404);
});

test('without the database every route is 503 with Retry-After, and comes back', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  await api.tokenOf('nasional');
  const ask = () =>
    Promise.all([
      api.file(),
      r.followed(),
      r.seenBy('nasional'),
      r.decide('nasional', { action: 'reject', reason: 'Ganda' }),
      api.send('POST', '/v1/sessions', { username: 'upt', password: 'demo' }),
    ]);
  const countOf = async () => Number((await api.sql`select count(*) from complaints`)[0]?.count);
  const before = await countOf();
  for (const takeAway of [() => api.proxy.cut(), () => api.proxy.silence()]) {
    takeAway();
    for (const [n, { status, body, headers }] of (await ask()).entries()) {
      expect([n, status, body.code, headers.has('retry-after')]).toEqual([n, 503, 'database-away', true]);
    }
    expect(await ready()).toMatchObject({ database: 'away' });
    api.proxy.mend();
    // What was told 503 is not done later either, though its queries come back.
    await sleep(1_500);
    expect((await r.followed()).body).toMatchObject({ status: 'received', step: 2 });
    expect(await countOf()).toBe(before);
  }
});

test('what is not done when the caller is told 503 is not done later, in a transaction or out of it', async () => {
  const { number } = await api.report();
  const sql = sqlWhileAwaited(api.appSql);
  const read = async () => (await api.sql`select title from complaints where number = ${number}`)[0]?.title;
  const before = await read();
  const set = (db: Db, title: string) => db`update complaints set title = ${title} where number = ${number}`;
  const late: Promise<unknown>[] = [];
  for (const work of [
    () =>
      sql.begin(async (tx) => {
        await set(tx, 'Di dalam');
        await tx`select pg_sleep(0.3)`;
      }),
    () => sql`select pg_sleep(0.3)`.then(() => set(sql, 'Di luar')),
    () => sleep(300).then(() => whileAwaited(api.engine).complaints.unrecorded(number)),
  ]) {
    const begun = () => {
      const one = work();
      late.push(one);
      return one;
    };
    await expect(runAwaited<unknown>(100, begun)).rejects.toThrow('No answer within 100 ms.');
  }
  const ends = await Promise.allSettled(late);
  expect(ends.map((end) => end.status === 'rejected' && end.reason.code)).toEqual(
    Array(3).fill('database-away'),
  );
  expect(await read()).toBe(before);
  // What others may come to wait for too goes on.
  let goesOn: Promise<unknown> = Promise.resolve();
  const ofAll = () => sql`select pg_sleep(0.3)`.then(() => set(sql, 'Untuk semua'));
  await expect(runAwaited(100, () => (goesOn = forOthersToo(ofAll)))).rejects.toThrow();
  await goesOn;
  expect(await read()).toBe('Untuk semua');
});
