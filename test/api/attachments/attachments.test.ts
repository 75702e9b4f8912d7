// Attachments: a citizen and offices add files and read those that are for them; no more than may be.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driven } from '../../support/api.ts';
import { compound, jpeg, pdf, png } from '../../support/files/files.ts';
import { photo } from '../../support/files/planted.ts';
import { formOf, key, nothing, Uploads } from '../../support/files/uploads.ts';

const mebibyte = 1024 * 1024;
let u: Uploads;
beforeAll(async () => {
  u = await Uploads.open();
});
afterAll(() => u?.close());

test('a citizen adds a photo and a letter; the officer reads them byte for byte and adds what only offices see', async () => {
  const r = await u.api.report();
  const [photo, letter, draft] = [png('lubang'), pdf('Surat warga'), pdf('Telaah')];
  const first = await u.add(r, key(r), photo, { name: 'Lubang di depan pasar.png' });
  expect([first.status, first.body]).toEqual([
    201,
    {
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: 'Lubang di depan pasar.png',
      mediaType: 'image/png',
      bytes: photo.length,
      sha256: createHash('sha256').update(photo).digest('hex'),
      visibility: 'reporter',
      at: expect.stringMatching(/\+07:00$/),
      office: null,
      by: 'Pelapor',
    },
  ]);
  await u.add(r, key(r), letter, { name: 'surat.pdf', visibility: 'reporter' });
  const nasional = await u.bearer('nasional');
  expect((await r.seenBy('nasional')).body.attachments).toBe(2);
  const seen = await u.listed(r, nasional);
  expect(seen.map(({ name }: { name: string }) => name)).toEqual(['Lubang di depan pasar.png', 'surat.pdf']);
  for (const [n, content] of [photo, letter].entries()) {
    const got = await u.download(r, seen[n].id, nasional);
    expect([got.status, got.content.equals(content)]).toEqual([200, true]);
  }

  const internal = await u.add(r, nasional, draft, { name: 'telaah.pdf' });
  expect(internal.body).toMatchObject({ visibility: 'internal', office: expect.any(String) });
  const shown = await u.add(r, nasional, pdf('Undangan'), { name: 'undangan.pdf', visibility: 'reporter' });
  expect([shown.status, (await u.listed(r, nasional)).length]).toEqual([201, 4]);

  const mine = await u.listed(r, key(r));
  expect(mine.map(({ name }: { name: string }) => name)).toEqual([
    'Lubang di depan pasar.png',
    'surat.pdf',
    'undangan.pdf',
  ]);
  // The reporter is told the office, not who sits in it.
  expect([mine[2].by, mine[2].office]).toEqual([shown.body.office, shown.body.office]);
  expect(shown.body.by).not.toBe(shown.body.office);
  expect((await r.followed()).body.attachments).toBe(3);
  expect((await r.seenBy('nasional')).body.attachments).toBe(4);
  expect((await u.download(r, internal.body.id, key(r))).status).toBe(404);
  expect((await u.download(r, shown.body.id, key(r))).content.equals(pdf('Undangan'))).toBe(true);
  const head = await u.api.send('HEAD', `${r.path}/attachments/${shown.body.id}`, undefined, key(r));
  expect([
    head.status,
    head.headers.get('content-type'),
    head.headers.get('content-length'),
    head.body,
  ]).toEqual([200, 'application/pdf', String(pdf('Undangan').length), '']);
});

test('a download is a file to keep, not a page: its headers', async () => {
  const r = await u.api.report();
  const { body } = await u.add(r, key(r), png(), { name: "Denah (lama) – 'utara' ✓.png" });
  const { headers } = await u.download(r, body.id, key(r));
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png().length),
    'content-disposition':
      "attachment; filename*=UTF-8''Denah%20%28lama%29%20%E2%80%93%20%27utara%27%20%E2%9C%93.png",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  });
});

describe('who', () => {
  test('a wrong key, an unknown number and another office look the same; nobody is 401; ops add nothing', async () => {
    const r = await u.api.report();
    await r.toRow8();
    const { body: own } = await u.add(r, key(r), png());
    const unknown = new Driven(u.api, 'LAP-2026-999999', r.key);
    const attempts: [Driven, Record<string, string>, number][] = [
      [r, { 'x-access-key': 'AAAA' }, 404],
      [unknown, key(r), 404],
      [r, await u.bearer('instansi2'), 404],
      [r, await u.bearer('upt'), 404],
      [r, {}, 401],
    ];
    for (const [of, headers, status] of attempts) {
      expect((await u.add(of, headers, png('lain'))).status).toBe(status);
      expect((await u.api.send('GET', `${of.path}/attachments`, undefined, headers)).status).toBe(status);
      expect((await u.download(of, own.id, headers)).status).toBe(status);
    }
    for (const who of ['nasional', 'instansi', 'eselon1', 'ops']) {
      expect((await u.download(r, own.id, await u.bearer(who))).status).toBe(200);
    }
    expect((await u.add(r, await u.bearer('ops'), png('lain'))).body.code).toBe('forbidden');
    expect(await u.kept(r)).toEqual({ rows: 1, files: 1 });
    // A file of one report is not another's, and an id that is none is no number.
    const other = await u.api.report();
    expect((await u.download(other, own.id, key(other))).status).toBe(404);
    expect((await u.download(r, 'bukan-id', key(r))).status).toBe(422);
  });

  test('after the end nobody adds anything, and all still read', async () => {
    const r = await u.api.report();
    const { body } = await u.add(r, key(r), png());
    await r.decide('nasional', { action: 'reject', reason: 'Bukan pengaduan.' });
    // Who may object to a rejection may add a file to it (reading 22).
    expect((await u.add(r, await u.bearer('nasional'), pdf())).body.code).toBe('closed');
    expect((await u.add(r, key(r), png('keberatan'))).status).toBe(201);
    await r.reply({ type: 'objection', text: 'Ini pengaduan.' });
    await r.decide('nasional', { action: 'reject', reason: 'Tetap bukan pengaduan.' });
    const late = await u.add(r, key(r), png('terlambat'));
    expect([late.status, late.body.code]).toEqual([409, 'closed']);
    expect((await u.download(r, body.id, key(r))).status).toBe(200);
    expect(await u.kept(r)).toEqual({ rows: 2, files: 2 });
  });

  test('of an anonymous report the name that the reporter gave a file is national’s only (reading 14)', async () => {
    const r = await u.api.report({ confidentiality: 'anonim' });
    await r.toRow8();
    const { body } = await u.add(r, key(r), png(), { name: 'KTP Siti Rahmawati.png' });
    expect([body.name, (await u.listed(r, await u.bearer('nasional')))[0].name]).toEqual([
      'KTP Siti Rahmawati.png',
      'KTP Siti Rahmawati.png',
    ]);
    for (const who of ['instansi', 'eselon1', 'ops']) {
      const items = await u.listed(r, await u.bearer(who));
      const { headers } = await u.download(r, body.id, await u.bearer(who));
      expect(JSON.stringify(items) + headers.get('content-disposition')).not.toMatch(/Siti|KTP/);
      expect([items[0].name, items[0].by]).toEqual([`lampiran-${body.id.slice(0, 8)}.png`, 'Pelapor']);
    }
  });
});

describe('metadata (reading 33)', () => {
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

  test('of an anonymous report only national and the reporter get it; what cannot be cleaned is withheld', async () => {
    const { dirty, clean } = photo();
    const r = await u.api.report({ confidentiality: 'anonim' });
    await r.toRow8();
    const { body } = await u.add(r, key(r), dirty, { name: 'foto.jpg' });
    const old = await u.add(r, key(r), compound('WordDocument'), { name: 'surat.doc' });
    const [eselon1, nasional] = [await u.bearer('eselon1'), await u.bearer('nasional')];
    for (const headers of [key(r), nasional]) {
      expect((await u.download(r, body.id, headers)).content.equals(dirty)).toBe(true);
      expect((await u.listed(r, headers)).map((file) => [file.copy, file.sha256])).toEqual([
        [undefined, sha256(dirty)],
        [undefined, sha256(compound('WordDocument'))],
      ]);
    }
    const before = await u.listed(r, eselon1);
    expect(before.map((file) => [file.copy, file.sha256])).toEqual([
      ['cleaned', null],
      ['withheld', null],
    ]);
    // Asked for by several at once, it is made once.
    const got = await Promise.all(
      ['eselon1', 'instansi', 'ops'].map(async (who) => u.download(r, body.id, await u.bearer(who))),
    );
    for (const { status, headers, content } of got) {
      expect([status, headers.get('content-length')]).toEqual([200, String(clean.length)]);
      expect(content.equals(clean)).toBe(true);
    }
    const [after] = await u.listed(r, eselon1);
    expect([after.copy, after.bytes, after.sha256]).toEqual(['cleaned', clean.length, sha256(clean)]);
    expect(await u.kept(r)).toEqual({ rows: 2, files: 2 });
    const withheld = await fetch(new URL(`${r.path}/attachments/${old.body.id}`, u.api.base), {
      headers: eselon1,
    });
    expect([withheld.status, ((await withheld.json()) as { code: string }).code]).toEqual([
      409,
      'file-withheld',
    ]);
    // A copy that is lost is made again.
    const [copy] = await u.api.sql`select storage_key from cleaned_attachments where storage_key is not null`;
    await u.api.store.remove(String(copy?.storageKey));
    expect((await u.download(r, body.id, eselon1)).content.equals(clean)).toBe(true);
    // What came from the reporter through national is cleaned too, its name as well; an office's own files are its own.
    const passedOn = await u.add(r, nasional, Buffer.concat([dirty, Buffer.of(0)]), { name: 'KTP Siti.jpg' });
    expect((await u.download(r, passedOn.body.id, eselon1)).content.equals(clean)).toBe(true);
    const own = await u.add(r, eselon1, dirty, { name: 'lapangan.jpg' });
    const names = (await u.listed(r, await u.bearer('instansi'))).map((file) => file.name);
    expect(names.slice(2)).toEqual([`lampiran-${passedOn.body.id.slice(0, 8)}.jpg`, 'lapangan.jpg']);
    expect((await u.download(r, own.body.id, await u.bearer('instansi'))).content.equals(dirty)).toBe(true);
  });

  test('an office that left the path no longer sees the reporter, nor files as they were sent (reading 14)', async () => {
    const { dirty, clean } = photo();
    const r = await u.api.report();
    await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    await r.decide('instansi', { action: 'receive' });
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'receive' });
    const { body } = await u.add(r, key(r), dirty, { name: 'Siti.jpg' });
    const seen = async () => {
      const [file] = await u.listed(r, await u.bearer('eselon1'));
      const { content } = await u.download(r, body.id, await u.bearer('eselon1'));
      return [
        (await r.seenBy('eselon1')).body.reporter?.name,
        file.name,
        content.equals(dirty),
        content.equals(clean),
      ];
    };
    expect(await seen()).toEqual(['Siti Rahmawati', 'Siti.jpg', true, false]);
    await r.decide('eselon1', { action: 'return', reason: 'Bukan kewenangan kami.' });
    expect(await seen()).toEqual([undefined, `lampiran-${body.id.slice(0, 8)}.jpg`, false, true]);
    expect((await r.seenBy('instansi')).body.reporter.name).toBe('Siti Rahmawati');
  });
});

describe('limits', () => {
  test('ten MiB are taken, one byte more is 413 and leaves nothing, however much more', async () => {
    const r = await u.api.report();
    for (const bytes of [10 * mebibyte + 1, 40 * mebibyte]) {
      const { status, body } = await u.add(r, key(r), jpeg(bytes), { name: 'besar.jpg' });
      expect([status, body.code, body.detail]).toEqual([413, 'too-large', 'Paling besar 10 MiB.']);
    }
    expect([await u.kept(r), u.spooling()]).toEqual([nothing, []]);
    const exactly = await u.add(r, key(r), jpeg(10 * mebibyte), { name: 'pas.jpg' });
    expect([exactly.status, exactly.body.bytes]).toEqual([201, 10 * mebibyte]);
    expect(u.spooling()).toEqual([]);
  });

  test('only who holds or answered it adds for the reporter; others for offices', async () => {
    const r = await u.api.report();
    await r.toRow8();
    const adds = async (who: string, visibility: string) => {
      const { status, body } = await u.add(r, await u.bearer(who), png(who), { visibility });
      return [status, body.code];
    };
    expect(await adds('instansi', 'reporter')).toEqual([403, 'not-holder']);
    expect(await adds('instansi', 'internal')).toEqual([201, undefined]);
    await r.decide('eselon1', { action: 'answer', text: 'Lubang sudah kami tambal pagi ini, terima kasih.' });
    expect(await adds('eselon1', 'reporter')).toEqual([201, undefined]);
    expect(await adds('nasional', 'reporter')).toEqual([403, 'not-holder']);
  });

  test('an address has its day; officers are not counted', async () => {
    const replica = await u.api.replica({ uploadsPerDay: 1 });
    const base = await replica.listen({ port: 0, host: '127.0.0.1' });
    const r = await u.api.report();
    const add = async (headers: Record<string, string>, note: string) => {
      const url = new URL(`${r.path}/attachments`, base);
      return fetch(url, { method: 'POST', headers, body: formOf(png(note)) });
    };
    const statuses = [];
    for (const note of ['1', '2']) statuses.push((await add(key(r), note)).status);
    statuses.push((await add(await u.bearer('nasional'), '3')).status);
    await replica.close();
    expect(statuses).toEqual([201, 429, 201]);
  });

  test('of twenty-five at once twenty are taken, the others are 409; no more later', {
    timeout: 60_000,
  }, async () => {
    const r = await u.api.report();
    const headers = await u.bearer('nasional');
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => u.add(r, key(r), png(`ke-${n}`))));
    const by = (status: number) => answers.filter((answer) => answer.status === status);
    expect([by(201).length, by(409).length]).toEqual([20, 5]);
    expect(by(409).every(({ body }) => body.code === 'too-many-attachments')).toBe(true);
    expect(await u.kept(r)).toEqual({ rows: 20, files: 20 });
    expect((await u.add(r, key(r), png('satu lagi'))).body.code).toBe('too-many-attachments');
    // Of the offices as many again.
    expect((await u.add(r, headers, png('satu lagi'))).status).toBe(201);
  });

  test('the same once more, also at once, is answered by the first; for other readers it is another', async () => {
    const r = await u.api.report();
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) => u.add(r, key(r), png('sama'), { name: `${n}.png` })),
    );
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id} ${body.name}`)).size).toBe(1);
    expect([all[0]?.status, await u.kept(r)]).toEqual([201, { rows: 1, files: 1 }]);
    const internal = await u.add(r, await u.bearer('nasional'), png('sama'));
    expect(internal.body.id).not.toBe(all[0]?.body.id);
    expect(await u.kept(r)).toEqual({ rows: 2, files: 2 });
    // Another's report is another's file.
    const other = await u.api.report();
    expect((await u.add(other, key(other), png('sama'))).body.id).not.toBe(all[0]?.body.id);
  });
});

test('who sends too many within a minute waits; other routes go on', async () => {
  const r = await u.api.report();
  const upload = () => u.add(r, { 'x-access-key': 'AAAA' }, png());
  let answer = await upload();
  for (let n = 0; n < 300 && answer.status === 404; n += 1) answer = await upload();
  expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await u.api.send('GET', `${r.path}/attachments`, undefined, key(r))).status).toBe(200);
});
