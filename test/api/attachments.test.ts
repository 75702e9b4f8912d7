// Attachments: a citizen and offices add files and read those that are for them; what is not taken leaves nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Api, Driven } from '../support/api.ts';
import { jpeg, media, office, openDocument, pdf, png, zip } from '../support/files.ts';

const mebibyte = 1024 * 1024;
let api: Api;
let scratch: string;
beforeAll(async () => {
  api = await Api.open();
  scratch = join(api.files, '..', 'scratch');
  mkdirSync(scratch);
  // Where uploads lie while they come.
  process.env.TMPDIR = scratch;
});
afterAll(() => api?.close());

type Headers_ = Record<string, string>;
interface Sent {
  name?: string;
  field?: string;
  visibility?: string;
}

const bearer = async (who: string): Promise<Headers_> => ({
  authorization: `Bearer ${await api.tokenOf(who)}`,
});
const key = (r: Driven): Headers_ => ({ 'x-access-key': r.key });

async function send(r: Driven, headers: Headers_, form: FormData) {
  const response = await fetch(new URL(`${r.path}/attachments`, api.base), {
    method: 'POST',
    headers,
    body: form,
  });
  // What came, as a client without our types sees it.
  // oxlint-disable-next-line typescript/no-explicit-any
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

function formOf(content: Buffer, { name = 'foto.png', field = 'file', visibility }: Sent = {}): FormData {
  const form = new FormData();
  if (visibility !== undefined) form.set('visibility', visibility);
  form.set(field, new Blob([new Uint8Array(content)]), name);
  return form;
}

const add = (r: Driven, headers: Headers_, content: Buffer, sent?: Sent) =>
  send(r, headers, formOf(content, sent));

const listed = async (r: Driven, headers: Headers_) =>
  (await api.send('GET', `${r.path}/attachments`, undefined, headers)).body.items;

async function download(r: Driven, id: string, headers: Headers_) {
  const response = await fetch(new URL(`${r.path}/attachments/${id}`, api.base), { headers });
  return {
    status: response.status,
    headers: response.headers,
    content: Buffer.from(await response.arrayBuffer()),
  };
}

/** What is kept of it: rows, and files in the store. */
async function kept(r: Driven): Promise<{ rows: number; files: number }> {
  const [row] = await api.sql`select count(*) from attachments where number = ${r.number}`;
  const folder = join(api.files, r.number);
  return { rows: Number(row?.count), files: existsSync(folder) ? readdirSync(folder).length : 0 };
}
const nothing = { rows: 0, files: 0 };

test('a citizen adds a photo and a letter; the officer reads them byte for byte and adds what only offices see', async () => {
  const r = await api.report();
  const [photo, letter, draft] = [png('lubang'), pdf('Surat warga'), pdf('Telaah')];
  const first = await add(r, key(r), photo, { name: 'Lubang di depan pasar.png' });
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
  await add(r, key(r), letter, { name: 'surat.pdf', visibility: 'reporter' });
  const nasional = await bearer('nasional');
  expect((await r.seenBy('nasional')).body.attachments).toBe(2);
  const seen = await listed(r, nasional);
  expect(seen.map(({ name }: { name: string }) => name)).toEqual(['Lubang di depan pasar.png', 'surat.pdf']);
  for (const [n, content] of [photo, letter].entries()) {
    const got = await download(r, seen[n].id, nasional);
    expect([got.status, got.content.equals(content)]).toEqual([200, true]);
  }

  const internal = await add(r, nasional, draft, { name: 'telaah.pdf' });
  expect(internal.body).toMatchObject({ visibility: 'internal', office: expect.any(String) });
  const shown = await add(r, nasional, pdf('Undangan'), { name: 'undangan.pdf', visibility: 'reporter' });
  expect([shown.status, (await listed(r, nasional)).length]).toEqual([201, 4]);

  const mine = await listed(r, key(r));
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
  expect((await download(r, internal.body.id, key(r))).status).toBe(404);
  expect((await download(r, shown.body.id, key(r))).content.equals(pdf('Undangan'))).toBe(true);
});

test('a download is a file to keep, not a page: its headers', async () => {
  const r = await api.report();
  const { body } = await add(r, key(r), png(), { name: "Denah (lama) – 'utara' ✓.png" });
  const { headers } = await download(r, body.id, key(r));
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png().length),
    'content-disposition':
      "attachment; filename*=UTF-8''Denah%20%28lama%29%20%E2%80%93%20%27utara%27%20%E2%9C%93.png",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  });
});

describe('what it is, is told by its content', () => {
  const word = 'openxmlformats-officedocument.wordprocessingml.document';
  const sheet = 'openxmlformats-officedocument.spreadsheetml.sheet';
  const slides = 'openxmlformats-officedocument.presentationml.presentation';
  const text = Buffer.from('BMKG: hujan lebat\r\n\tdi Bandung, 5 µm — ✓\n');

  test('what is taken: its type and the name it gets', async () => {
    const [r, s] = [await api.report(), await api.report()];
    const cases: [string, Buffer, string, string][] = [
      ['a.pdf', pdf(), 'application/pdf', 'a.pdf'],
      ['A.JPEG', jpeg(), 'image/jpeg', 'A.JPEG'],
      ['foto.jpg', png('bukan jpg'), 'image/png', 'foto.jpg.png'],
      ['halaman.html', pdf('<script>'), 'application/pdf', 'halaman.html.pdf'],
      ['tanpa-akhiran', png('2'), 'image/png', 'tanpa-akhiran.png'],
      ['a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), 'image/gif', 'a.gif'],
      [
        'a.webp',
        Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\0\0\0\0\0\0\0\0'),
        'image/webp',
        'a.webp',
      ],
      ['a.heic', media('heic'), 'image/heic', 'a.heic'],
      ['a.docx', office(word), `application/vnd.${word}`, 'a.docx'],
      ['a.xlsx', office(sheet), `application/vnd.${sheet}`, 'a.xlsx'],
      ['a.pptx', office(slides), `application/vnd.${slides}`, 'a.pptx'],
      ['a.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text', 'a.odt'],
      ['a.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet', 'a.ods'],
      ['a.mp4', media('isom'), 'video/mp4', 'a.mp4'],
      ['a.m4a', media('M4A '), 'audio/x-m4a', 'a.m4a'],
      [
        'a.mp3',
        Buffer.concat([
          Buffer.from('ID3\x03\0\0\0\0\0\0'),
          Buffer.from([0xff, 0xfb, 0x90, 0]),
          Buffer.alloc(400),
        ]),
        'audio/mpeg',
        'a.mp3',
      ],
      [
        'a.opus',
        Buffer.concat([
          Buffer.from('OggS\0\x02'),
          Buffer.alloc(22),
          Buffer.from('OpusHead'),
          Buffer.alloc(20),
        ]),
        'audio/ogg',
        'a.opus',
      ],
      ['catatan.txt', text, 'text/plain', 'catatan.txt'],
      ['data.CSV', Buffer.concat([Buffer.from('\uFEFF'), text]), 'text/csv', 'data.CSV'],
    ];
    for (const [n, [name, content, mediaType, stored]] of cases.entries()) {
      const { status, body } = await add(n < 15 ? r : s, await bearer('nasional'), content, { name });
      expect([name, status, body.mediaType, body.name]).toEqual([name, 201, mediaType, stored]);
    }
  });

  test.each<[string, string, Buffer]>([
    ['a zip', 'a.zip', zip({ 'a.txt': 'isi' })],
    ['a zip called docx', 'a.docx', zip({ 'a.txt': 'isi' })],
    ['a document with macros', 'a.docx', office('ms-word.document.macroEnabled')],
    ['an SVG', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    [
      'an SVG called png',
      'a.png',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['HTML', 'a.html', Buffer.from('<!doctype html><p>x')],
    ['HTML called txt', 'a.txt', Buffer.from('\uFEFF \n<html><script>1</script></html>')],
    ['a program called jpg', 'a.jpg', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0')],
    ['a script', 'a.sh', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['text without an ending', 'catatan', Buffer.from('isi')],
    ['bytes called txt', 'a.txt', Buffer.from([0x61, 0xff, 0xfe, 0x62])],
    ['control characters called csv', 'a.csv', Buffer.from('a;b\x1b[2Jc')],
  ])('%s is 415 and leaves nothing', async (_, name, content) => {
    const r = await api.report();
    const { status, body } = await add(r, key(r), content, { name });
    expect([status, body.code, body.detail]).toEqual([
      415,
      'unsupported-media-type',
      expect.stringContaining('PDF'),
    ]);
    expect(await kept(r)).toEqual(nothing);
  });
});

test.each([
  ['C:\\fakepath\\..\\surat.png', 'surat.png'],
  ['../../etc/passwd', 'passwd.png'],
  ['.htaccess', 'htaccess.png'],
  ['a\u202Egnp.exe', 'agnp.exe.png'],
  ['tanda\u0007bunyi\u2028.png', 'tandabunyi.png'],
  ['Cafe\u0301.png', 'Caf\u00e9.png'],
  ['..', 'lampiran.png'],
  [`${'a'.repeat(300)}.PNG`, `${'a'.repeat(196)}.PNG`],
  [`${'a'.repeat(195)}😀.png`, `${'a'.repeat(195)}.png`],
])('the name %j becomes %j', async (name, stored) => {
  const r = await api.report();
  const { status, body } = await add(r, key(r), png(), { name });
  expect([status, body.name]).toEqual([201, stored]);
});

describe('limits', () => {
  test('ten MiB are taken, one byte more is 413 and leaves nothing, however much more', async () => {
    const r = await api.report();
    for (const bytes of [10 * mebibyte + 1, 40 * mebibyte]) {
      const { status, body } = await add(r, key(r), jpeg(bytes), { name: 'besar.jpg' });
      expect([status, body.code, body.detail]).toEqual([413, 'too-large', 'Paling besar 10 MiB.']);
    }
    expect([await kept(r), readdirSync(scratch)]).toEqual([nothing, []]);
    const exactly = await add(r, key(r), jpeg(10 * mebibyte), { name: 'pas.jpg' });
    expect([exactly.status, exactly.body.bytes]).toEqual([201, 10 * mebibyte]);
    expect(readdirSync(scratch)).toEqual([]);
  });

  test('of twenty-five at once twenty are taken, the others are 409; no more later', {
    timeout: 60_000,
  }, async () => {
    const r = await api.report();
    const headers = await bearer('nasional');
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => add(r, n % 2 ? headers : key(r), png(`ke-${n}`))),
    );
    const by = (status: number) => answers.filter((answer) => answer.status === status);
    expect([by(201).length, by(409).length]).toEqual([20, 5]);
    expect(by(409).every(({ body }) => body.code === 'too-many-attachments')).toBe(true);
    expect(await kept(r)).toEqual({ rows: 20, files: 20 });
    expect((await add(r, headers, png('satu lagi'))).body.code).toBe('too-many-attachments');
  });

  test('the same once more, also at once, is answered by the first; for other readers it is another', async () => {
    const r = await api.report();
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) => add(r, key(r), png('sama'), { name: `${n}.png` })),
    );
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id} ${body.name}`)).size).toBe(1);
    expect([all[0]?.status, await kept(r)]).toEqual([201, { rows: 1, files: 1 }]);
    const internal = await add(r, await bearer('nasional'), png('sama'));
    expect(internal.body.id).not.toBe(all[0]?.body.id);
    expect(await kept(r)).toEqual({ rows: 2, files: 2 });
    // Another's report is another's file.
    const other = await api.report();
    expect((await add(other, key(other), png('sama'))).body.id).not.toBe(all[0]?.body.id);
  });
});

describe('bad input is said plainly and leaves nothing', () => {
  test.each<[string, () => FormData, string]>([
    ['no file', () => new FormData(), 'file'],
    ['an empty file', () => formOf(Buffer.alloc(0)), 'file'],
    ['a file under another name', () => formOf(png(), { field: 'berkas' }), 'berkas'],
    [
      'a word for a file',
      () => {
        const form = new FormData();
        form.set('file', 'foto.png');
        return form;
      },
      'file',
    ],
    [
      'two files',
      () => {
        const form = formOf(png('1'));
        form.append('file', new Blob([new Uint8Array(png('2'))]), 'dua.png');
        return form;
      },
      'file',
    ],
    ['an unknown visibility', () => formOf(png(), { visibility: 'semua' }), 'visibility'],
    ['internal, by the reporter', () => formOf(png(), { visibility: 'internal' }), 'visibility'],
  ])('%s is 422', async (_, form, path) => {
    const r = await api.report();
    const { status, body } = await send(r, key(r), form());
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid-fields', path]);
    expect([await kept(r), readdirSync(scratch)]).toEqual([nothing, []]);
  });

  test('JSON is 415; a broken multipart is 400; multipart elsewhere is 415', async () => {
    const r = await api.report();
    const json = await api.send('POST', `${r.path}/attachments`, { file: 'x' }, key(r));
    expect([json.status, json.body.detail]).toEqual([415, expect.stringContaining('multipart/form-data')]);
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    for (const [body, status] of [
      ['', 422],
      ['bukan multipart', 400],
      ['--x\r\nbukan isian', 400],
      [`${head}terpotong`, 400],
    ] as const) {
      const broken = await api.send('POST', `${r.path}/attachments`, body, {
        ...key(r),
        'content-type': 'multipart/form-data; boundary=x',
      });
      expect([body, broken.status]).toEqual([body, status]);
    }
    const none = await api.send('POST', `${r.path}/attachments`, 'x', {
      ...key(r),
      'content-type': 'multipart/form-data',
    });
    expect([none.status, none.body.code]).toEqual([400, 'bad-request']);
    const elsewhere = await fetch(new URL('/v1/complaints', api.base), {
      method: 'POST',
      body: formOf(png()),
    });
    expect(elsewhere.status).toBe(415);
    expect([await kept(r), readdirSync(scratch)]).toEqual([nothing, []]);
  });
});

describe('who', () => {
  test('a wrong key, an unknown number and another office look the same; nobody is 401; ops add nothing', async () => {
    const r = await api.report();
    await r.toRow8();
    const { body: own } = await add(r, key(r), png());
    const unknown = new Driven(api, 'LAP-2026-999999', r.key);
    const attempts: [Driven, Headers_, number][] = [
      [r, { 'x-access-key': 'AAAA' }, 404],
      [unknown, key(r), 404],
      [r, await bearer('instansi2'), 404],
      [r, await bearer('upt'), 404],
      [r, {}, 401],
    ];
    for (const [of, headers, status] of attempts) {
      expect((await add(of, headers, png('lain'))).status).toBe(status);
      expect((await api.send('GET', `${of.path}/attachments`, undefined, headers)).status).toBe(status);
      expect((await download(of, own.id, headers)).status).toBe(status);
    }
    for (const who of ['nasional', 'instansi', 'eselon1', 'ops']) {
      expect((await download(r, own.id, await bearer(who))).status).toBe(200);
    }
    expect((await add(r, await bearer('ops'), png('lain'))).body.code).toBe('forbidden');
    expect(await kept(r)).toEqual({ rows: 1, files: 1 });
    // A file of one report is not another's, and an id that is none is no number.
    const other = await api.report();
    expect((await download(other, own.id, key(other))).status).toBe(404);
    expect((await download(r, 'bukan-id', key(r))).status).toBe(422);
  });

  test('after the end the reporter adds nothing more and still reads; an office may', async () => {
    const r = await api.report();
    const { body } = await add(r, key(r), png());
    await r.decide('nasional', { action: 'reject', reason: 'Bukan pengaduan.' });
    const late = await add(r, key(r), png('terlambat'));
    expect([late.status, late.body.code]).toEqual([409, 'closed']);
    expect((await download(r, body.id, key(r))).status).toBe(200);
    expect((await add(r, await bearer('nasional'), pdf())).status).toBe(201);
    expect(await kept(r)).toEqual({ rows: 2, files: 2 });
  });

  test('of an anonymous report the name that the reporter gave a file is national’s only (reading 14)', async () => {
    const r = await api.report({ confidentiality: 'anonim' });
    await r.toRow8();
    const { body } = await add(r, key(r), png(), { name: 'KTP Siti Rahmawati.png' });
    expect([body.name, (await listed(r, await bearer('nasional')))[0].name]).toEqual([
      'KTP Siti Rahmawati.png',
      'KTP Siti Rahmawati.png',
    ]);
    for (const who of ['instansi', 'eselon1', 'ops']) {
      const items = await listed(r, await bearer(who));
      const { headers } = await download(r, body.id, await bearer(who));
      expect(JSON.stringify(items) + headers.get('content-disposition')).not.toMatch(/Siti|KTP/);
      expect([items[0].name, items[0].by]).toEqual([`lampiran-${body.id.slice(0, 8)}.png`, 'Pelapor']);
    }
  });
});

/** An upload by hand: `bytes` are announced, what is sent is up to the caller. */
async function byHand(
  r: Driven,
  bytes: number,
): Promise<{ socket: Socket; head: Buffer; tail: Buffer; answer: Promise<string> }> {
  const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
  const tail = Buffer.from('\r\n--x--\r\n');
  const { hostname, port } = new URL(api.base);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (part) => {
    text += String(part);
  });
  const answer = new Promise<string>((resolve) => {
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
  socket.write(
    `POST ${r.path}/attachments HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-access-key: ${r.key}\r\n` +
      `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${head.length + bytes + tail.length}\r\n\r\n`,
  );
  socket.write(head);
  return { socket, head, tail, answer };
}

/** Waits until so many uploads lie in the scratch folder. */
const spooled = (count: number) =>
  vi.waitFor(() => expect(readdirSync(scratch)).toHaveLength(count), { timeout: 5_000, interval: 10 });

describe('the line', () => {
  test('an upload that breaks off leaves nothing', async () => {
    const r = await api.report();
    const content = jpeg(2 * mebibyte);
    for (const part of [0, 100, mebibyte]) {
      const { socket } = await byHand(r, content.length);
      socket.write(content.subarray(0, part));
      await spooled(1);
      socket.destroy();
      await spooled(0);
      expect(await kept(r)).toEqual(nothing);
    }
  });

  test('a slow upload is not cut off; a dead one is', { timeout: 90_000 }, async () => {
    const [slow, dead] = [await api.report(), await api.report()];
    const content = jpeg(24);
    const began = Date.now();
    const trickle = async () => {
      const { socket, tail, answer } = await byHand(slow, content.length);
      for (const byte of content) {
        await sleep(800);
        socket.write(Buffer.of(byte));
      }
      socket.write(tail);
      return answer;
    };
    const silence = async () => {
      const { socket, answer } = await byHand(dead, content.length);
      socket.write(content.subarray(0, 5));
      await answer;
      return Date.now() - began;
    };
    const [answer, cutAfter] = await Promise.all([trickle(), silence()]);
    expect(answer).toMatch(/^HTTP\/1.1 201 /);
    expect(Date.now() - began).toBeGreaterThan(17_000);
    expect(cutAfter).toBeGreaterThan(29_000);
    expect(cutAfter).toBeLessThan(45_000);
    await spooled(0);
    expect([await kept(slow), await kept(dead)]).toEqual([{ rows: 1, files: 1 }, nothing]);
  });
});

describe('the store and the database', () => {
  test('without the store an upload and a download are 503 with Retry-After, and come back', async () => {
    const r = await api.report();
    const { body } = await add(r, key(r), png());
    renameSync(api.files, `${api.files}-away`);
    writeFileSync(api.files, 'bukan folder');
    const late = await add(r, key(r), png('nanti'));
    expect([late.status, late.body.code, late.headers.has('retry-after')]).toEqual([
      503,
      'storage-away',
      true,
    ]);
    expect((await download(r, body.id, key(r))).status).toBe(503);
    rmSync(api.files);
    renameSync(`${api.files}-away`, api.files);
    expect([(await download(r, body.id, key(r))).status, await kept(r)]).toEqual([
      200,
      { rows: 1, files: 1 },
    ]);
    expect((await add(r, key(r), png('nanti'))).status).toBe(201);
  });

  test('the database that goes between the file and its row leaves no row; the same again is taken', async () => {
    const r = await api.report();
    const put = api.store.put.bind(api.store);
    vi.spyOn(api.store, 'put').mockImplementationOnce(async (...file) => {
      await put(...file);
      api.proxy.cut();
    });
    const late = await add(r, key(r), png());
    expect([late.status, late.body.code]).toEqual([503, 'database-away']);
    api.proxy.mend();
    // Whether the commit arrived could not be known, so the file stays.
    expect(await kept(r)).toEqual({ rows: 0, files: 1 });
    expect((await add(r, key(r), png())).status).toBe(201);
    expect((await kept(r)).rows).toBe(1);
  });

  test('a complaint that ends between the file and its row leaves neither', async () => {
    const r = await api.report();
    const put = api.store.put.bind(api.store);
    vi.spyOn(api.store, 'put').mockImplementationOnce(async (...file) => {
      await put(...file);
      await r.decide('nasional', { action: 'reject', reason: 'Bukan pengaduan.' });
    });
    expect((await add(r, key(r), png())).body.code).toBe('closed');
    expect(await kept(r)).toEqual(nothing);
  });

  test('what was written down is not changed, not taken away', async () => {
    const r = await api.report();
    await add(r, key(r), png());
    for (const statement of [
      `update attachments set name = 'x'`,
      'delete from attachments',
      'truncate attachments',
    ]) {
      await expect(api.sql.unsafe(statement)).rejects.toThrow(/append-only/);
    }
  });
});

describe('npm run verify-record', () => {
  async function verify(): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'local/verify-record.ts'], {
      cwd: new URL('../..', import.meta.url).pathname,
      env: { ...process.env, DATABASE_URL: api.databaseUrl, ATTACHMENTS_DIR: api.files },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        output += String(part);
      });
    }
    return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
  }

  test('reads every file and names the first that is not what was uploaded, or is gone', async () => {
    const r = await api.report();
    const { body } = await add(r, key(r), png('bukti'));
    const [row] = await api.sql`select count(*) from attachments`;
    expect(await verify()).toEqual({
      code: 0,
      output: expect.stringContaining(` complaints, ${row?.count} attachments.`),
    });
    const file = join(api.files, r.number, body.id);
    writeFileSync(file, png('lain'));
    expect(await verify()).toEqual({
      code: 1,
      output: `Broken: ${r.number}, attachment ${body.id} is not the file that was uploaded.\n`,
    });
    rmSync(file);
    expect(await verify()).toEqual({
      code: 1,
      output: `Broken: ${r.number}, attachment ${body.id} is gone from the store.\n`,
    });
    writeFileSync(file, png('bukti'));
    expect((await verify()).code).toBe(0);
  });
});

test('who sends too many within a minute waits; other routes go on', async () => {
  const r = await api.report();
  const upload = () => add(r, { 'x-access-key': 'AAAA' }, png());
  let answer = await upload();
  for (let n = 0; n < 300 && answer.status === 404; n += 1) answer = await upload();
  expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.send('GET', `${r.path}/attachments`, undefined, key(r))).status).toBe(200);
});
