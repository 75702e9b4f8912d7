// Readings 21 and 22 over HTTP: a rejection that is objected to, and duplicates whose reporters follow the original.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLeft } from '../../../activities/start-left.ts';
import { Engine } from '../../../engine/engine.ts';
import { Api } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

type Report = Awaited<ReturnType<Api['report']>>;

const toldTo = async (username: string) =>
  (await api.as(username, 'GET', '/v1/notifications')).body.items.map(
    ({ kind, number }: { kind: string; number: string }) => `${kind} ${number}`,
  );
/** What its reporter was sent, in order: kind and words. */
const sent = ({ number }: Report) => api.sql<{ kind: string; body: string }[]>`
  select kind, body from notifications where number = ${number} and office_id is null order by id`;
const sweep = () => startLeft(api.sql, new Engine(api.client));
const closes = (r: Report) => expect.poll(async () => (await r.followed()).body.closesAt);

test('a rejection says until when one may object; an objection brings it back, the second one is final', async () => {
  const r = await api.report();
  const rejected = await r.decide('nasional', { action: 'reject', reason: 'Bukan pelayanan publik' });
  expect(rejected.body).toMatchObject({ status: 'rejected', step: 2, holder: { id: null }, options: [] });
  const view = (await r.followed()).body;
  expect(view).toMatchObject({ status: 'rejected', endedAt: null, options: ['objection', 'message'] });
  expect(rejected.body.deadline).toBe(view.closesAt);
  expect((await r.seenBy('nasional')).body).toMatchObject({ endedAt: null, closesAt: view.closesAt });
  expect((await sent(r)).at(-1)?.body).toMatch(
    /Bukan pelayanan publik[\s\S]*ajukan pada halaman laporan paling lambat/,
  );
  for (const action of ['dispose', 'reject', 'receive']) {
    const refused = await r.decide('nasional', { action, officeId: 'kementerian-contoh', reason: 'x' });
    expect([refused.status, refused.body.code]).toEqual([409, 'closed']);
  }
  expect((await r.reply({ type: 'withdrawal' })).body.code).toBe('wrong-step');
  expect((await r.reply({ type: 'message', text: 'Mohon dibaca lagi.' })).status).toBe(200);
  expect(await toldTo('nasional')).toContain(`message ${r.number}`);
  const back = await r.reply({ type: 'objection', text: 'Ini layanan publik.' });
  expect(back.body).toMatchObject({
    status: 'in-process',
    step: 2,
    holder: { level: 'national' },
    closesAt: null,
  });
  expect(await toldTo('nasional')).toContain(`objection ${r.number}`);
  const final = await r.decide('nasional', { action: 'reject', reason: 'Tetap bukan' });
  expect(final.body).toMatchObject({ status: 'rejected', deadline: null });
  expect((await r.followed()).body).toMatchObject({
    status: 'rejected',
    closedBy: 'office',
    closesAt: null,
    endedAt: expect.any(String),
    options: [],
  });
  expect((await sent(r)).at(-1)?.body).toMatch(/Penolakan ini tetap[\s\S]*Ombudsman/);
  expect((await r.reply({ type: 'objection', text: 'Tidak' })).body.code).toBe('closed');
});

test('below national only a duplicate is rejected; its reporter follows the original, and may object after its end', async () => {
  const original = await (await api.report({ title: 'Jembatan rusak' })).toRow8();
  const repeat = await api.report({ agencyId: 'kementerian-contoh', title: 'Jembatan putus' });
  await repeat.decide('instansi', { action: 'receive' });
  const bare = await repeat.decide('instansi', { action: 'reject', reason: 'Spam' });
  expect([bare.status, bare.body.code, bare.body.errors[0].path]).toEqual([
    422,
    'not-an-original',
    'duplicateOf',
  ]);
  // Another agency's report is not for its eyes.
  const elsewhere = await api.report({ agencyId: 'badan-contoh' });
  const unseen = await repeat.decide('instansi', { action: 'reject', duplicateOf: elsewhere.number });
  expect(unseen.body.code).toBe('not-an-original');
  const rejected = await repeat.decide('instansi', { action: 'reject', duplicateOf: original.number });
  expect(rejected.body).toMatchObject({ status: 'rejected', deadline: null });
  expect((await original.followed()).body).toMatchObject({ followers: 1, original: null });
  expect((await original.seenBy('nasional')).body.followers).toBe(1);
  await original.decide('eselon1', { action: 'respond', text: 'Pak Joko Susilo memeriksanya minggu ini.' });
  await original.decide('eselon1', { action: 'answer', text: 'Jembatan sudah diperbaiki sejak kemarin.' });
  const seen = (await repeat.followed()).body;
  expect(seen).toMatchObject({
    closesAt: null,
    options: ['objection', 'message'],
    original: {
      number: original.number,
      answer: { text: 'Jembatan sudah diperbaiki sejak kemarin.' },
      endedAt: null,
    },
  });
  // As everybody may read it.
  expect(seen.original.firstResponse.text).not.toContain('Joko');
  await original.reply({ type: 'confirmation' });
  await sweep();
  await closes(repeat).toEqual(expect.any(String));
  expect((await sent(repeat)).map(({ kind }) => kind)).toEqual([
    'receipt',
    'rejection',
    'original-first-response',
    'original-answer',
    'original-end',
  ]);
  const words = (await sent(repeat)).map(({ body }) => body).join();
  expect(words).toContain(original.number);
  expect(words).not.toMatch(/Siti|Joko/);
  expect(await api.sql`select from original_changes`).toHaveLength(0);
  // Said twice, nothing is written twice.
  const length = (await repeat.events()).length;
  await api.client.workflow.getHandle(repeat.number).signal('originalChanged');
  const back = await repeat.reply({ type: 'objection', text: 'Jembatannya lain.' });
  expect(back.body).toMatchObject({ status: 'in-process', step: 4, original: null });
  expect(await repeat.events()).toHaveLength(length + 1);
  expect(await toldTo('nasional')).toContain(`rejection-objection ${repeat.number}`);
  expect((await original.followed()).body.followers).toBe(0);
  // It may be an original again, and a duplicate.
  expect((await repeat.decide('instansi', { action: 'reject', duplicateOf: original.number })).status).toBe(
    200,
  );
});

test('followers of a report that is a duplicate itself move on to its original; of a rahasia one they learn only that it was answered', async () => {
  const original = await (await api.report({ confidentiality: 'rahasia' })).toRow8();
  const middle = await api.report();
  const last = await api.report();
  await last.decide('nasional', { action: 'reject', duplicateOf: middle.number });
  await middle.decide('nasional', { action: 'reject', duplicateOf: original.number });
  await sweep();
  await expect.poll(async () => (await last.followed()).body.original?.number).toBe(original.number);
  expect((await last.followed()).body.timeline.at(-1).type).toBe('followed');
  await original.decide('eselon1', { action: 'respond', text: 'Diperiksa oleh tim kami minggu ini.' });
  await original.decide('eselon1', { action: 'answer', text: 'Sudah ditangani sesuai dengan aturan.' });
  const seen = (await last.followed()).body.original;
  expect(seen).toMatchObject({ firstResponse: null, answer: { at: expect.any(String), text: null } });
  for (const one of [middle, last]) {
    const told = await sent(one);
    expect(told.map(({ kind }) => kind)).not.toContain('original-first-response');
    expect(told.map(({ body }) => body).join()).not.toMatch(/aturan|tim kami/);
  }
  // Rejected as a duplicate of what has ended: the time to object runs at once.
  await original.reply({ type: 'confirmation' });
  const late = await api.report();
  await late.decide('nasional', { action: 'reject', duplicateOf: original.number });
  await sweep();
  await closes(late).toEqual(expect.any(String));
});
