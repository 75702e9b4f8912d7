// Beyond the boxes over HTTP: a disposition taken back, and the reporter's word at any time (readings 18, 20).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { textOf } from '../../support/payloads.ts';
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

test('where it happened is put right by its region: lists follow, the record says both in words, no other code is taken', async () => {
  const r = await api.report({ region: '32.73.07', place: 'Jalan Melati' });
  const within = async (region: string) => {
    const { body } = await api.as('nasional', 'GET', `/v1/complaints?region=${region}&numbers=${r.number}`);
    return body.items.map(({ number }: { number: string }) => number);
  };
  const to = (region: string | null) =>
    r.decide('nasional', { action: 'correct', reason: 'Salah kota', changes: { region } });
  expect(await within('32.73')).toEqual([r.number]);
  expect((await to('31.71.01')).status).toBe(200);
  expect((await r.seenBy('nasional')).body).toMatchObject({
    place: 'Jalan Melati',
    region: { code: '31.71.01', words: expect.stringContaining('Jakarta') },
  });
  expect([await within('32.73'), await within('31')]).toEqual([[], [r.number]]);
  expect((await r.events()).at(-1)).toMatchObject({
    type: 'corrected',
    actor: { officeId: 'nasional' },
    reason: 'Salah kota',
    corrections: [
      {
        field: 'region',
        old: expect.stringMatching(/^Kecamatan .*, Kota Bandung, Jawa Barat \(32\.73\.07\)$/),
        new: expect.stringMatching(/ \(31\.71\.01\)$/),
      },
    ],
  });
  expect((await r.followed()).body).toMatchObject({
    region: { code: '31.71.01' },
    timeline: expect.arrayContaining([
      expect.objectContaining({ title: 'Data laporan diperbaiki: wilayah kejadian' }),
    ]),
  });
  for (const wrong of ['32.73.99', '327307']) {
    const refused = await to(wrong);
    expect([wrong, refused.status, refused.body.errors[0].path]).toEqual([wrong, 422, 'changes.region']);
  }
  expect((await to(null)).status).toBe(200);
  expect((await r.seenBy('nasional')).body.region).toBeNull();
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

test('where it happened: a region by its code, a point only for who may know the reporter, nothing of it in public', async () => {
  const where = {
    place: 'Depan pasar',
    region: '32.73.07',
    point: { latitude: -6.894_26, longitude: 107.5804 },
  };
  const r = await (await api.report({ ...where, confidentiality: 'anonim', title: 'Lampu padam' })).toRow8();
  const region = { code: '32.73.07', words: 'Kecamatan Sukajadi, Kota Bandung, Jawa Barat' };
  const point = { latitude: -6.894, longitude: 107.58 };
  expect((await r.followed()).body).toMatchObject({ place: 'Depan pasar', region, point });
  for (const [who, seen] of [
    ['nasional', point],
    ['eselon1', null],
    ['ops', null],
  ] as const)
    expect([who, (await r.seenBy(who)).body]).toMatchObject([who, { region, point: seen }]);
  // Found from any region around it; the code of another begins otherwise.
  const found = async (code: string) =>
    (await api.as('eselon1', 'GET', `/v1/inbox?region=${code}`)).body.items?.map(
      (item: { number: string; region: unknown }) => [item.number, item.region],
    );
  for (const code of ['32', '32.73', '32.73.07']) expect(await found(code)).toEqual([[r.number, region]]);
  for (const code of ['31', '32.73.07.1001', '32.7']) expect((await found(code)) ?? []).toEqual([]);
  const handle = api.client.workflow.getHandle(r.number);
  const kept = await textOf([await handle.fetchHistory(), await handle.describe()], api.codec);
  expect(kept + JSON.stringify(await r.events())).not.toMatch(/32\.73|107\.5|Depan pasar/);
  const open = await (await api.report(where)).toRow8();
  const entry = await api.send('GET', `/v1/register/${open.number}`);
  expect([entry.status, JSON.stringify(entry.body)]).toEqual([
    200,
    expect.not.stringMatching(/32\.73|Depan/),
  ]);
  for (const [wrong, path] of [
    [{ region: '99' }, 'region'],
    [{ region: '3273' }, 'region'],
    [{ point: { latitude: 52, longitude: 13 } }, 'point.latitude'],
    [{ point: { latitude: -6 } }, 'point.longitude'],
  ] as const) {
    const { status, body } = await api.file(wrong);
    expect([status, body.errors?.[0]?.path]).toEqual([422, path]);
  }
});

test('regions are public, and asked for again only when the list is another', async () => {
  const { headers, body } = await api.send('GET', '/v1/regions');
  expect(body.items).toHaveLength(38);
  const etag = headers.get('etag') ?? '';
  expect(headers.get('cache-control')).toMatch('public');
  const again = await api.send('GET', '/v1/regions?parent=32.73', undefined, { 'if-none-match': etag });
  expect([again.status, again.body]).toEqual([304, '']);
  const names = async (query: string) =>
    (await api.send('GET', `/v1/regions${query}`)).body.items?.map(({ name }: { name: string }) => name);
  expect(await names('?parent=32.73.07')).toContain('Kelurahan Pasteur');
  expect(await names('?parent=32.73.07.1001')).toEqual([]);
  expect((await names('?q=kecamatan%20sukajadi&limit=1&parent=32'))?.[0]).toBe('Kecamatan Sukajadi');
  const one = (await api.send('GET', '/v1/regions/32.73')).body;
  expect([one.name, one.above.map(({ name }: { name: string }) => name)]).toEqual([
    'Kota Bandung',
    ['Provinsi Jawa Barat'],
  ]);
  for (const [path, status] of [
    ['/v1/regions/99', 404],
    ['/v1/regions?parent=99', 404],
    ['/v1/regions?parent=3', 422],
  ] as const)
    expect([path, (await api.send('GET', path)).status]).toEqual([path, status]);
});

test('the map: an outline until ops set tiles, and only then may a page load pictures from elsewhere', async () => {
  const plain = await api.send('GET', '/v1/map');
  expect([plain.status, plain.body]).toEqual([200, { tiles: null }]);
  const pictures = (policy: unknown) =>
    String(policy)
      .split(';')
      .find((part) => part.startsWith('img-src'));
  expect(pictures(plain.headers.get('content-security-policy'))).toBe("img-src 'self' data: blob:");
  const mapTiles = { url: 'https://peta.example:8443/{z}/{x}/{y}.png?gaya=1', attribution: '© Peta' };
  const other = await api.replica({ mapTiles });
  try {
    const { headers, body } = await other.inject('/v1/map');
    expect(JSON.parse(body)).toEqual({ tiles: mapTiles });
    expect(pictures(headers['content-security-policy'])).toBe(
      "img-src 'self' data: blob: https://peta.example:8443",
    );
  } finally {
    await other.close();
  }
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
