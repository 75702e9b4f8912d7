// reading 27 over HTTP: an office joins another, its reports move by a batch that goes on where it was. Of kills: test/faults/moving.test.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../../activities/scheduled/reconcile.ts';
import { firstBreak } from '../../../db/record/chain.ts';
import { Api, type Driven } from '../../support/api.ts';
import { formOf } from '../../support/files/uploads.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const join = (id: string, body: object, who = 'ops') =>
  api.as(who, 'POST', `/v1/offices/${id}/succession`, body);
const successionOf = async (id: number) => (await api.as('ops', 'GET', `/v1/successions/${id}`)).body;

async function finished(id: number) {
  for (const until = Date.now() + 90_000; ; await sleep(50)) {
    const body = await successionOf(id);
    if (body.finishedAt || Date.now() > until) return body;
  }
}

async function down(r: Driven): Promise<Driven> {
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await r.decide('instansi', { action: 'receive' });
  await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  return r;
}

test.each([
  ['nasional', 'kementerian-contoh', 409, 'national-office'],
  ['tiada', 'upt-bandung', 404, 'not-found'],
  ['upt-bandung', 'upt-bandung', 422, 'invalid-fields'],
  ['upt-bandung', 'ditjen-pelayanan', 422, 'invalid-fields'],
  ['upt-bandung', 'tiada', 422, 'invalid-fields'],
])('%s cannot join %s', async (id, successorId, status, code) => {
  const answer = await join(id, { successorId });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('only ops may, and a preview changes nothing', async () => {
  expect((await join('upt-bandung', { successorId: 'upt-makassar' }, 'nasional')).status).toBe(403);
  const r = await down(await api.report());
  await r.decide('eselon1', { action: 'receive' });
  const { deadline } = (await r.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' })).body;
  const { status, body } = await join('upt-bandung', { successorId: 'upt-makassar', preview: true });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    preview: true,
    id: null,
    total: 1,
    reports: [{ step: 9, held: 1, answered: 0, path: 0 }],
    officers: 1,
    templates: 0,
    webhooks: 0,
    offices: [],
  });
  // The same limit in another zone.
  expect(
    body.deadlines.changes.every(({ officeId }: { officeId: string }) => officeId === 'upt-makassar'),
  ).toBe(true);
  expect((await r.seenBy('upt')).body).toMatchObject({ holder: { id: 'upt-bandung' }, deadline });
  await r.decide('eselon1', { action: 'recall', reason: 'Salah alamat' });
});

test('the batch goes on where it was when the worker stops half-way and the API’s database is cut off', {
  timeout: 180_000,
}, async () => {
  const held: Driven[] = [];
  for (let n = 0; n < 40; n += 1) held.push(await down(await api.report()));
  const [below, answered] = [await down(await api.report()), await (await api.report()).toRow8()];
  await below.decide('eselon1', { action: 'receive' });
  await below.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  await answered.decide('eselon1', { action: 'answer', text: 'Lubang itu sudah kami tambal hari ini.' });
  await api.as('eselon1', 'PUT', '/v1/templates', { action: 'answer', title: 'Bukan kami', text: 'Maaf.' });

  const { body, headers } = await join('ditjen-pelayanan', { successorId: 'ditjen-prasarana' });
  expect(body).toMatchObject({
    total: 43,
    officers: 1,
    offices: [{ id: 'upt-bandung' }, { id: 'upt-makassar' }],
  });
  expect(headers.get('location')).toBe(`/v1/successions/${body.id}`);
  // From now on nothing is disposed there, and nobody else joins either of the two.
  const late = await api.report();
  await late.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await late.decide('instansi', { action: 'receive' });
  const there = await late.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  expect([there.status, there.body.code]).toEqual([422, 'office-not-below']);
  expect((await join('ditjen-pelayanan', { successorId: 'deputi-data' })).body.code).toBe('office-ended');
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(5))
    if ((await successionOf(body.id)).moved > 0) break;
  await api.stopWorker();
  api.proxy.cut();
  await api.startWorker();
  await sleep(300);
  api.proxy.mend();
  const end = await finished(body.id);
  expect(end).toMatchObject({ moved: 43, passedOver: 0, outcome: { officers: 1, templates: 1 } });

  const rows = await api.sql<{ number: string; times: number; left: number }[]>`
    select c.number, (select count(*) from events e where e.number = c.number and e.type = 'succeeded') as times,
      (select count(*) from jsonb_path_query(c.state, '$.**') v where v = '"ditjen-pelayanan"') as left
    from complaints c where c.ended_at is null and c.number <> ${late.number}`;
  expect(rows.filter(({ left }) => left > 0)).toEqual([]);
  expect(rows.filter(({ times }) => times !== 1).map(({ number }) => number)).toEqual([]);
  // Its officer sits in the successor's office, and takes what was open before.
  const [first] = held;
  expect((await first?.decide('eselon1', { action: 'receive' }))?.status).toBe(200);
  expect((await first?.seenBy('eselon1b'))?.body).toMatchObject({
    holder: { id: 'ditjen-prasarana' },
    step: 7,
  });
  expect((await below.decide('eselon1b', { action: 'recall', reason: 'Kami tangani' })).status).toBe(200);
  // What was answered is seen and spoken for by the successor; the answer stays the old office's.
  expect((await answered.seenBy('eselon1b')).body).toMatchObject({ options: ['respond'] });
  expect((await answered.followed()).body.answer.office).toBe('Direktorat Jenderal Pelayanan');
  const file = await fetch(new URL(`${answered.path}/attachments`, api.base), {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.tokenOf('eselon1b')}` },
    body: formOf(Buffer.from('Foto tambalan menyusul.'), { name: 'tambalan.txt', visibility: 'reporter' }),
  });
  expect(file.status).toBe(201);
  const hidden = await api.as('eselon1b', 'PUT', `${answered.path}/public-version`, { hidden: true });
  expect([hidden.status, hidden.body.hidden]).toEqual([200, true]);
  const { items } = (await api.as('ops', 'GET', '/v1/offices?inactive=true')).body;
  const office = (id: string) => items.find((one: { id: string }) => one.id === id);
  expect(office('ditjen-pelayanan')).toMatchObject({ active: false, successorId: 'ditjen-prasarana' });
  expect(office('upt-bandung')).toMatchObject({ parentId: 'ditjen-prasarana' });
  const back = await api.as('ops', 'PATCH', '/v1/offices/ditjen-pelayanan', { active: true });
  expect([back.status, back.body.code]).toEqual([422, 'invalid-fields']);
  expect((await api.as('eselon1b', 'GET', '/v1/templates')).body.items).toHaveLength(1);
  const told = (await api.as('eselon1b', 'GET', '/v1/notifications')).body.items;
  expect(told.filter(({ kind }: { kind: string }) => kind === 'arrival')).toEqual([]);
  expect(told[0]).toMatchObject({ kind: 'succession' });
  // Nothing differs, and the record is whole.
  expect(await reconcile(api.sql, api.engine)).toEqual({ started: 0, mended: [], differences: [] });
  expect(await firstBreak(api.sql)).toBeUndefined();
});
