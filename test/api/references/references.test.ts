// Numbers of other systems (reading 28): given by officers only, one report's each, and found by all who may see it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { Api } from '../../support/api.ts';
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

const lapor = { source: 'SP4N-LAPOR!', id: '7654321' };
const letter = { source: 'surat', id: 'B-12/KOM:4/2026' };
const fields = {
  kind: 'informasi',
  title: 'Nomor dari luar',
  description: 'Isi.',
  reporter: { name: 'Budi' },
};
const numbersOf = (answer: { body: { items: { number: string }[] } }) =>
  answer.body.items.map(({ number }) => number);

test('come with a filing from an officer and from nobody else, and each is of one report', async () => {
  const refused = await api.file({ references: [lapor] });
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
  const byOps = await api.as('ops', 'POST', '/v1/complaints', { ...fields, references: [lapor] });
  expect(byOps.status).toBe(403);
  const file = (references: unknown[], key = 'berkas') =>
    api.as('instansi', 'POST', '/v1/complaints', { ...fields, references }, { 'idempotency-key': key });
  const filed = await file([lapor]);
  expect(filed.status).toBe(201);
  expect((await file([lapor])).body).toEqual(filed.body);
  const again = await file([letter, { source: 'sp4n-lapor!', id: lapor.id }], 'lain');
  expect(again).toMatchObject({
    status: 422,
    body: { code: 'reference-taken', errors: [{ path: 'references.1.id' }] },
  });
  expect(again.body.detail).toContain(filed.body.number);
  // Nothing of it was kept.
  expect(
    numbersOf(await api.as('nasional', 'GET', `/v1/complaints?q=${encodeURIComponent(letter.id)}`)),
  ).toEqual([]);
  expect((await file([{ source: 'a:b', id: '1' }], 'titik')).body.errors[0].path).toBe('references.0.source');
});

test('are added later, also after the end, by who may see it; seen, sought, exported and called out', async () => {
  await api.as('instansi', 'POST', '/v1/webhooks', { url: `${sink.url}/masuk` });
  const one = await (await api.report({ title: 'Ditambah kemudian' })).toRow8();
  const add = (who: string, body: unknown) => api.as(who, 'POST', `${one.path}/references`, body);
  expect((await add('instansi2', letter)).status).toBe(404);
  expect((await add('ops', letter)).status).toBe(403);
  expect((await api.send('POST', `${one.path}/references`, letter, { 'x-access-key': one.key })).status).toBe(
    401,
  );
  const added = await add('instansi', letter);
  expect(added).toMatchObject({ status: 201, body: { ...letter, office: 'Kementerian Contoh' } });
  const known = await add('eselon1', letter);
  expect(known).toMatchObject({ status: 422, body: { code: 'reference-taken' } });
  expect(known.body.detail).toContain('laporan ini');
  // Another's report is not named to who may not see it.
  const other = await api.report({ agencyId: 'badan-contoh' });
  const elsewhere = await api.as('instansi2', 'POST', `${other.path}/references`, letter);
  expect([elsewhere.status, elsewhere.body.detail]).toEqual([422, 'Sudah tercantum pada laporan lain.']);

  await one.decide('eselon1', { action: 'answer', text: 'Jalan itu sudah kami perbaiki seluruhnya.' });
  await one.reply({ type: 'confirmation' });
  expect((await add('eselon1', { source: 'Call center', id: '0099' })).status).toBe(201);
  const all = [letter, { source: 'Call center', id: '0099' }];
  expect((await one.followed()).body.references).toEqual(all);
  expect((await one.seenBy('ops')).body.references).toMatchObject(all);

  const find = async (query: string, who = 'eselon1') =>
    numbersOf(await api.as(who, 'GET', `/v1/complaints?${query}`));
  const inOne = encodeURIComponent(`SURAT:${letter.id}`);
  expect(await find(`reference=${inOne}`)).toEqual([one.number]);
  expect(await find(`q=${encodeURIComponent('b-12/kom:4/2026')}`)).toEqual([one.number]);
  expect(await find(`reference=${inOne}`, 'instansi2')).toEqual([]);
  expect((await api.as('eselon1', 'GET', '/v1/complaints?reference=7')).status).toBe(422);

  const { body: csv } = await api.as('nasional', 'GET', '/v1/reports/complaints.csv');
  expect(csv).toContain('surat:B-12/KOM:4/2026; Call center:0099');
  const { body: xes } = await api.as('nasional', 'GET', '/v1/reports/events.xes');
  expect(xes).toContain(
    '<string key="kind" value="pengaduan"/><string key="references" value="surat:B-12/KOM:4/2026; Call center:0099"/>',
  );
  const calls = () => sink.calls.map(({ body }) => JSON.parse(body));
  await eventually(
    async () => calls().filter(({ type }) => type === 'complaint.reference-added').length === 2,
  );
  await eventually(async () => calls().some(({ type }) => type === 'complaint.confirmed'));
  expect(calls().find(({ type }) => type === 'complaint.reference-added').data).toEqual({
    number: one.number,
    step: 8,
    status: 'in-process',
    reference: letter,
  });
  expect(calls().find(({ type }) => type === 'complaint.answered').data.references).toEqual([letter]);
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});

test('an outside id of an import is one, and finds its report as before', async () => {
  const backlog = { ...fields, receivedAt: '2026-06-02T09:00:00+07:00', externalId: 'L-77' };
  const first = await api.as('nasional', 'POST', '/v1/complaints', backlog);
  expect(first.status).toBe(201);
  const again = await api.as('nasional', 'POST', '/v1/complaints', { ...backlog, title: 'Lain' });
  expect(again).toMatchObject({ status: 200, body: { number: first.body.number, alreadyFiled: true } });
  const found = await api.as('nasional', 'GET', '/v1/complaints?reference=impor:L-77');
  expect(numbersOf(found)).toEqual([first.body.number]);
  // Given by hand, it is known to an import as well.
  const path = `/v1/complaints/${first.body.number}/references`;
  await api.as('nasional', 'POST', path, { source: 'impor', id: 'L-78' });
  const known = await api.as('nasional', 'POST', '/v1/complaints', { ...backlog, externalId: 'L-78' });
  expect(known).toMatchObject({ status: 200, body: { number: first.body.number } });
});

test('two officers at once: one of them is told that it is known', async () => {
  const [one, two] = await Promise.all([api.report(), api.report()]);
  const reference = { source: 'surat', id: 'bersamaan' };
  const answers = await Promise.all(
    [one, two, one, two].map(({ path }) => api.as('nasional', 'POST', `${path}/references`, reference)),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422]);
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(
    ids.map((id) => api.as('nasional', 'POST', `${one.path}/references`, { source: 'surat', id })),
  );
  expect((await one.followed()).body.references.length).toBeGreaterThanOrEqual(6);
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});
