// Advice (reading 24) over HTTP: asked, seen, answered, withdrawn, ended when the report goes on; the worker away meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLeft } from '../../../activities/start-left.ts';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { Api, type Driven } from '../../support/api.ts';
import { eventually } from '../../support/courier.ts';
import { WebhookSink } from '../../support/servers/webhook-sink.ts';

let api: Api;
let sink: WebhookSink;
beforeAll(async () => {
  [api, sink] = await Promise.all([Api.open(), WebhookSink.open()]);
});
afterAll(async () => {
  await sink?.close();
  await api?.close();
});

const question = 'Apakah izin ini pernah diterbitkan?';
const ask = (one: Driven, who: string, officeId: string, key?: string, said = question) =>
  api.as(
    who,
    'POST',
    `${one.path}/consultations`,
    { officeId, question: said },
    key ? { 'idempotency-key': key } : {},
  );
const answer = (one: Driven, who: string, id: string, text: string, key?: string) =>
  api.as(
    who,
    'POST',
    `${one.path}/consultations/${id}/answer`,
    { text },
    key ? { 'idempotency-key': key } : {},
  );
const asked = async (who: string) =>
  (await api.as(who, 'GET', '/v1/inbox?kind=consultations')).body.items as { id: string; number: string }[];
const statusOf = async (id: string) => (await api.client.workflow.getHandle(id).describe()).status.name;
const typesOf = async (one: Driven) => (await one.events()).map(({ type }: { type: string }) => type);

test('the holder asks an office of its agency, which sees the report until it has answered', async () => {
  await api.as('eselon1b', 'POST', '/v1/webhooks', { url: `${sink.url}/tanya` });
  const one = await (await api.report({ title: 'Izin galian' })).toRow8();
  const before = (await one.seenBy('eselon1')).body;
  expect((await one.seenBy('eselon1b')).status).toBe(404);

  // Who may ask, and whom.
  expect((await ask(one, 'instansi', 'ditjen-prasarana')).body.code).toBe('not-holder');
  expect((await ask(one, 'upt', 'ditjen-prasarana')).status).toBe(404);
  for (const officeId of ['ditjen-pelayanan', 'deputi-data', 'nasional', 'tidak-ada']) {
    expect((await ask(one, 'eselon1', officeId)).body).toMatchObject({
      status: 422,
      errors: [{ path: 'officeId' }],
    });
  }
  const made = await ask(one, 'eselon1', 'ditjen-prasarana', 'k1');
  expect(made).toMatchObject({ status: 201, body: { id: `${one.number}-K1` } });
  const { id, deadline } = made.body;
  expect((await ask(one, 'eselon1', 'ditjen-prasarana', 'k1')).body).toEqual(made.body);
  expect((await ask(one, 'eselon1', 'upt-bandung', 'k1')).body.code).toBe('idempotency-key-reused');
  expect((await ask(one, 'eselon1', 'ditjen-prasarana')).body.code).toBe('already-asked');

  // The report's own clocks and options are as they were, and its holder too.
  const during = (await one.seenBy('eselon1')).body;
  expect(during).toMatchObject({
    deadline: before.deadline,
    revision: before.revision,
    holder: before.holder,
  });
  expect(during.consultations).toMatchObject([
    { id, question, status: 'open', office: { id: 'ditjen-prasarana' }, deadline, overdue: false },
  ]);

  // Who is asked: in a list of its own, seen, sought, listed, and nothing to decide.
  expect(await asked('eselon1b')).toMatchObject([
    { id, number: one.number, title: 'Izin galian', question, deadline, overdue: false, step: 8 },
  ]);
  expect(await asked('eselon1')).toEqual([]);
  expect((await one.seenBy('eselon1b')).body).toMatchObject({
    options: [],
    reporter: { name: 'Siti Rahmawati' },
  });
  expect((await one.seenBy('upt2')).status).toBe(404);
  const sought = () => api.as('eselon1b', 'GET', `/v1/complaints?q=${one.number}`);
  expect((await sought()).body.items).toHaveLength(1);
  expect((await answer(one, 'instansi', id, 'Bukan saya')).body.code).toBe('not-consulted');

  // Its answer: once, alike under its key, also though it does not see the report any more.
  const given = await answer(one, 'eselon1b', id, 'Ya, pada 2024.', 'j1');
  expect(given).toMatchObject({
    status: 200,
    body: { status: 'answered', answer: { text: 'Ya, pada 2024.' } },
  });
  expect((await answer(one, 'eselon1b', id, 'Ya, pada 2024.', 'j1')).body).toEqual(given.body);
  expect((await answer(one, 'eselon1b', id, 'Lagi')).body.code).toBe('consultation-over');
  expect((await one.seenBy('eselon1b')).status).toBe(404);
  expect((await sought()).body.items).toEqual([]);
  expect(await asked('eselon1b')).toEqual([]);
  expect((await one.seenBy('eselon1')).body.consultations[0].answer.text).toBe('Ya, pada 2024.');
  await expect.poll(() => statusOf(id)).toBe('COMPLETED');

  // On record, in its place, a page at a time as at once; told; called without a word of it.
  const types = await typesOf(one);
  expect(types.slice(-2)).toEqual(['consultation-asked', 'consultation-answered']);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await api.as(
      'nasional',
      'GET',
      `${one.path}/events?limit=2${cursor && `&cursor=${cursor}`}`,
    );
    expect(page.body.items.length).toBeLessThanOrEqual(2);
    paged.push(...page.body.items.map(({ type }: { type: string }) => type));
    cursor = page.body.next;
  }
  expect(paged).toEqual(types);
  expect((await one.followed()).body.timeline).not.toContainEqual(
    expect.objectContaining({ type: expect.stringContaining('consultation') }),
  );
  const told = await api.sql`
    select kind, office_id from notifications where number = ${one.number} and kind like 'consultation%' order by id`;
  expect(told.map(({ kind, officeId }) => [kind, officeId])).toEqual([
    ['consultation-asked', 'ditjen-prasarana'],
    ['consultation-answered', 'ditjen-pelayanan'],
  ]);
  await eventually(async () => sink.calls.length === 2);
  const { calls } = sink;
  expect(calls.map(({ body }) => JSON.parse(body).type)).toEqual([
    'complaint.consultation-asked',
    'complaint.consultation-answered',
  ]);
  expect(calls.map(({ body }) => body).join('')).not.toMatch(/izin|2024|Siti/i);

  const csv = (await api.as('nasional', 'GET', '/v1/reports/events.csv')).body as string;
  const rows = csv.split('\r\n').filter((row) => row.startsWith(one.number));
  expect(rows.map((row) => row.split(',')[1])).toEqual(types);
  const xes = (await api.as('nasional', 'GET', '/v1/reports/events.xes')).body as string;
  expect(xes).toContain(`<string key="consultation" value="${id}"/>`);
});

test('of an anonymous report who is asked learns no name, and national asks anybody', async () => {
  const one = await api.report({ confidentiality: 'anonim' });
  const { id } = (await ask(one, 'nasional', 'upt-bandung')).body;
  expect((await one.seenBy('upt')).body.reporter).toBeNull();
  const other = (await ask(one, 'nasional', 'upt-makassar')).body;
  expect((await api.as('upt', 'DELETE', `${one.path}/consultations/${id}`)).body.code).toBe('not-consulted');
  const withdraw = () =>
    api.as('nasional', 'DELETE', `${one.path}/consultations/${id}`, undefined, { 'idempotency-key': 't' });
  expect((await withdraw()).status).toBe(204);
  expect((await withdraw()).status).toBe(204);
  expect((await one.seenBy('upt')).status).toBe(404);
  expect((await answer(one, 'upt', id, 'Terlambat')).body.code).toBe('consultation-over');
  // The end ends what is still open.
  await one.decide('nasional', { action: 'reject', reason: 'Bukan layanan publik' });
  expect((await ask(one, 'nasional', 'upt-bandung')).body.code).toBe('closed');
  expect((await one.seenBy('upt2')).status).toBe(404);
  expect((await one.seenBy('nasional')).body.consultations.map((k: { status: string }) => k.status)).toEqual([
    'withdrawn',
    'ended',
  ]);
  await startLeft(api.appSql, api.engine);
  for (const each of [id, other.id]) await expect.poll(() => statusOf(each)).toBe('COMPLETED');
});

test('the worker is away while the report leaves: what was asked ends with the entry that says so', async () => {
  const one = await (await api.report()).toRow8();
  const { id } = (await ask(one, 'eselon1', 'ditjen-prasarana')).body;
  await expect.poll(() => statusOf(id)).toBe('RUNNING');
  await api.stopWorker();
  const leaving = one.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  expect((await leaving).status).toBe(503);
  // Nobody who holds it is there to take anything; the question is open still, and may be answered.
  expect(await asked('eselon1b')).toHaveLength(1);
  await api.startWorker();
  const taken = await one.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  expect(taken.status).toBe(200);
  await expect.poll(async () => (await one.seenBy('eselon1b')).status).toBe(404);
  await api.stopWorker();
  expect(await statusOf(id)).toBe('RUNNING');
  // Whoever comes next tells its workflow.
  await startLeft(api.appSql, api.engine);
  await api.startWorker();
  await expect.poll(() => statusOf(id)).toBe('COMPLETED');
  const types = await typesOf(one);
  expect(types.indexOf('consultation-ended')).toBe(types.lastIndexOf('disposed') + 1);
  expect(await api.sql`select from consultations where closed_at is null and status <> 'open'`).toHaveLength(
    0,
  );
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});

test('with the engine away it is asked all the same, and its clock begins when the engine is back', async () => {
  const one = await (await api.report()).toRow8();
  await api.stopWorker();
  await api.stopEngine();
  const { status, body } = await ask(one, 'eselon1', 'ditjen-prasarana');
  expect(status).toBe(201);
  await api.sql`update consultations set asked_at = asked_at - interval '1 minute' where id = ${body.id}`;
  await api.startEngine();
  await api.startWorker();
  await expect
    .poll(() => startLeft(api.appSql, api.engine).then(() => statusOf(body.id)), { timeout: 30_000 })
    .toBe('RUNNING');
  const { id } = (await ask(one, 'eselon1', 'upt-bandung')).body;
  // A lost one begins again, by its record.
  await api.client.workflow.getHandle(id).terminate();
  const handle = api.client.schedule.getHandle('reconcile');
  await api.engine.schedules.ensure();
  await handle.trigger();
  await expect.poll(() => statusOf(id)).toBe('RUNNING');
});
