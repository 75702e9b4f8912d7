// Beyond the boxes over HTTP: a disposition taken back, and the reporter's word at any time (readings 18, 20).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { clearOfMidnight } from '../../support/clock/midnight.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const told = async (username: string) =>
  (await api.as(username, 'GET', '/v1/notifications')).body.items.map(({ kind }: { kind: string }) => kind);

test('the wrong click is taken back: who loses it and the reporter are told, and the time stays charged', async () => {
  const r = await api.report({ agencyId: 'kementerian-contoh' });
  await r.decide('instansi', { action: 'receive' });
  await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  expect((await r.seenBy('instansi')).body.options).toEqual(['recall']);
  // Higher on the path, and nothing is missed yet.
  expect((await r.decide('nasional', { action: 'recall', reason: 'Lambat' })).body.code).toBe('not-holder');
  expect((await r.decide('instansi', { action: 'recall' })).body.code).toBe('reason-required');
  const recalled = await r.decide(
    'instansi',
    { action: 'recall', reason: 'Salah unit' },
    { 'idempotency-key': 'tarik' },
  );
  expect(recalled.body).toMatchObject({
    step: 4,
    status: 'in-process',
    holder: { id: 'kementerian-contoh' },
    options: ['accept', 'return', 'reject', 'request-completion', 'ask', 'correct'],
  });
  const again = { action: 'recall', reason: 'Salah unit' };
  expect((await r.decide('instansi', again, { 'idempotency-key': 'tarik' })).body).toEqual(recalled.body);
  expect(await told('eselon1')).toEqual(['recall', 'arrival']);
  const { body } = await r.followed();
  expect(body.timeline.at(-1)).toMatchObject({ type: 'recalled', text: 'Salah unit', step: 6 });
  const seen = (await r.seenBy('instansi')).body;
  expect(
    seen.visits.map(({ office, step }: { office: { id: string } | null; step: number }) => [
      step,
      office?.id,
    ]),
  ).toEqual([
    [1, undefined],
    ...[3, 4, 5].map((step) => [step, 'kementerian-contoh']),
    [6, 'ditjen-pelayanan'],
    [4, 'kementerian-contoh'],
  ]);
  const { items } = (await api.as('instansi', 'GET', `${r.path}/events`)).body;
  expect(items.at(-1)).toMatchObject({
    type: 'recalled',
    from: 'ditjen-pelayanan',
    to: 'kementerian-contoh',
  });
});

test('the reporter writes at any time, is asked, and may withdraw: their own page and the holder know', async () => {
  await clearOfMidnight(15_000);
  const r = await api.report();
  const messaged = await r.reply({ type: 'message', text: 'Lokasinya dekat pasar.' });
  expect(messaged.body).toMatchObject({ status: 'received', options: ['message', 'withdrawal'] });
  expect(messaged.body.timeline.at(-1)).toMatchObject({ type: 'messaged', text: 'Lokasinya dekat pasar.' });
  expect((await r.reply({ type: 'message' })).status).toBe(422);
  expect(await told('nasional')).toContain('message');
  await r.decide('nasional', { action: 'ask', text: 'Jam berapa?' });
  expect((await r.followed()).body.timeline.at(-1)).toMatchObject({ type: 'asked', text: 'Jam berapa?' });
  for (let n = 2; n <= 10; n += 1) {
    expect((await r.reply({ type: 'message', text: `Pesan ${n}` })).status).toBe(200);
  }
  const eleventh = await r.reply({ type: 'message', text: 'Pesan 11' });
  expect([eleventh.status, eleventh.body.code]).toEqual([429, 'too-many-messages']);
  const withdrawn = await r.reply({ type: 'withdrawal', text: 'Sudah beres.' });
  expect(withdrawn.body).toMatchObject({ status: 'withdrawn', closedBy: 'reporter', options: [] });
  expect(await told('nasional')).toContain('withdrawal');
  expect((await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' })).body.code).toBe(
    'closed',
  );
});

test('what is wrong is put right: old and new stay on record, and the legal limit is the other kind’s', async () => {
  const r = await (await api.report({ kind: 'informasi', category: 'Jalan' })).toRow8();
  const before = (await r.seenBy('eselon1')).body;
  expect(before).toMatchObject({ kind: 'informasi', place: null, confidentiality: 'terbuka' });
  const changes = { kind: 'pengaduan', oversight: true, place: 'Pasar Baru', happenedOn: '2026-10-05' };
  // What will move is said before, and nothing is decided by asking.
  const foreseen = await api.as('eselon1', 'POST', `${r.path}/decisions/preview`, {
    action: 'correct',
    changes,
  });
  expect((await r.seenBy('eselon1')).body.revision).toBe(before.revision);
  const corrected = await r.decide('eselon1', { action: 'correct', reason: 'Salah jenis', changes });
  expect(corrected.body).toMatchObject({ step: 8, status: 'in-process' });
  const after = (await r.seenBy('eselon1')).body;
  expect(after).toMatchObject({ ...changes, category: 'Jalan', deadline: before.deadline });
  expect(Date.parse(after.wholeDue)).toBeGreaterThan(Date.parse(before.wholeDue));
  expect((await r.events()).at(-1)).toMatchObject({
    type: 'corrected',
    reason: 'Salah jenis',
    corrections: [
      { field: 'kind', old: 'informasi', new: 'pengaduan' },
      { field: 'oversight', old: false, new: true },
      { field: 'place', old: null, new: 'Pasar Baru' },
      { field: 'happenedOn', old: null, new: '2026-10-05' },
    ],
    // The deadline that moved; that of the row, reckoned anew, did not.
    changes: [{ clock: 'whole', old: before.wholeDue, new: after.wholeDue }],
  });
  expect(foreseen.body.changes).toEqual((await r.events()).at(-1)?.changes);
  const view = (await r.followed()).body;
  expect(view.timeline.at(-1)).toMatchObject({
    title: 'Data laporan diperbaiki: jenis, kadar pengawasan, tempat kejadian, tanggal kejadian',
    text: 'Salah jenis',
  });
  for (const [wrong, code] of [
    [{}, 'changes-required'],
    [{ kind: 'informasi', oversight: true }, 'changes-required'],
    // What the record could not keep would hold it up for good.
    [{ happenedOn: '0000-01-01' }, 'invalid-fields'],
  ] as const)
    expect(
      (await r.decide('eselon1', { action: 'correct', reason: 'Salah', changes: wrong })).body.code,
    ).toBe(code);
  expect((await r.decide('instansi', { action: 'correct', reason: 'x', changes })).body.code).toBe(
    'not-holder',
  );
  expect((await r.decide('eselon1', { action: 'extend', reason: 'Perlu waktu' })).body.code).toBe(
    'wrong-step',
  );
});

test('who may see it is raised by the holder, lowered by the reporter alone', async () => {
  const r = await api.report({ title: 'Lampu jalan padam di Pasar Lama' });
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await r.decide('instansi', { action: 'receive' });
  const entry = () => api.send('GET', `/v1/register/${r.number}`);
  expect((await entry()).status).toBe(200);
  const to = (confidentiality: string, key?: string) =>
    r.decide(
      'instansi',
      { action: 'correct', reason: 'Ada data pribadi', changes: { confidentiality } },
      key === undefined ? {} : { 'idempotency-key': key },
    );
  const raised = await to('anonim', 'anonim');
  expect((await to('rahasia')).status).toBe(200);
  // It would lower it now; what was done is answered alike all the same.
  expect((await to('anonim', 'anonim')).body).toEqual(raised.body);
  expect((await entry()).status).toBe(404);
  const lowered = await to('terbuka');
  expect([lowered.status, lowered.body.errors]).toEqual([
    422,
    [{ path: 'changes.confidentiality', message: expect.stringContaining('Hanya pelapor') }],
  ]);
  const own = (body: object) => api.send('PATCH', r.path, body, { 'x-access-key': r.key });
  expect((await own({ confidentiality: 'terbuka' })).body).toMatchObject({ confidentiality: 'terbuka' });
  expect((await entry()).body.title).toBe('Lampu jalan padam di Pasar Lama');
  expect((await r.events()).at(-1)).toMatchObject({
    actor: { role: 'reporter' },
    corrections: [{ field: 'confidentiality', old: 'rahasia', new: 'terbuka' }],
  });
  expect((await own({})).status).toBe(422);
  await r.reply({ type: 'withdrawal' });
  expect((await own({ confidentiality: 'rahasia' })).body.code).toBe('closed');
});
