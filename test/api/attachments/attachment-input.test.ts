// What is taken as an attachment, told by its content, under which name; what is not leaves nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compound, jpeg, media, office, openDocument, pdf, png, zip } from '../../support/files/files.ts';
import { formOf, key, nothing, Uploads } from '../../support/files/uploads.ts';

let u: Uploads;
beforeAll(async () => {
  u = await Uploads.open();
});
afterAll(() => u?.close());

describe('what it is, is told by its content', () => {
  const word = 'openxmlformats-officedocument.wordprocessingml.document';
  const sheet = 'openxmlformats-officedocument.spreadsheetml.sheet';
  const slides = 'openxmlformats-officedocument.presentationml.presentation';
  const text = Buffer.from('BMKG: hujan lebat\r\n\tdi Bandung, 5 µm — ✓\n');

  test('what is taken: its type and the name it gets', async () => {
    const [r, s] = [await u.api.report(), await u.api.report()];
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
      ['IMG_0001.MOV', media('qt  '), 'video/quicktime', 'IMG_0001.MOV'],
      ['a.3gp', media('3gp5'), 'video/3gpp', 'a.3gp'],
      ['surat.doc', compound('WordDocument', '1Table'), 'application/msword', 'surat.doc'],
      ['daftar.xls', compound('Workbook'), 'application/vnd.ms-excel', 'daftar.xls'],
      [
        'suara.mp3',
        Buffer.concat([
          Buffer.from([0xff, 0xfb, 0x90, 0]),
          Buffer.alloc(413),
          Buffer.from([0xff, 0xfb, 0x90, 0]),
        ]),
        'audio/mpeg',
        'suara.mp3',
      ],
      ['unicode.txt', Buffer.from(`\uFEFF${String(text)}`, 'utf16le'), 'text/plain', 'unicode.txt'],
      ['tentang mp3.txt', Buffer.from('ID3 adalah tanda berkas MP3.'), 'text/plain', 'tentang mp3.txt'],
      ['melebar.txt', Buffer.from('Jl. wide, Bandung'), 'text/plain', 'melebar.txt'],
      ['catatan.txt', text, 'text/plain', 'catatan.txt'],
      ['data.CSV', Buffer.concat([Buffer.from('\uFEFF'), text]), 'text/csv', 'data.CSV'],
    ];
    for (const [n, [name, content, mediaType, stored]] of cases.entries()) {
      const { status, body } = await u.add(n < 15 ? r : s, await u.bearer('nasional'), content, { name });
      expect([name, status, body.mediaType, body.name]).toEqual([name, 201, mediaType, stored]);
    }
  });

  test('a file that bears no name gets one', async () => {
    const r = await u.api.report();
    const part = 'content-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream';
    const response = await fetch(new URL(`${r.path}/attachments`, u.api.base), {
      method: 'POST',
      headers: { ...key(r), 'content-type': 'multipart/form-data; boundary=x' },
      body: Buffer.concat([
        Buffer.from(`--x\r\n${part}\r\n\r\n`),
        png('tanpa nama'),
        Buffer.from('\r\n--x--\r\n'),
      ]),
    });
    expect([response.status, await response.json()]).toEqual([
      201,
      expect.objectContaining({ name: 'lampiran.png' }),
    ]);
  });

  test.each<[string, string, Buffer]>([
    ['a zip', 'a.zip', zip({ 'a.txt': 'isi' })],
    ['a zip called docx', 'a.docx', zip({ 'a.txt': 'isi' })],
    ['a document with macros', 'a.docx', office('ms-word.document.macroEnabled')],
    ['UTF-16 called mp3', 'a.mp3', Buffer.from('\uFEFFAB: isi catatan', 'utf16le')],
    ['a word in front of a film', 'a.mov', Buffer.from('\0\0\0\x10moovisi saja, bukan film')],
    ['an old document with macros', 'a.doc', compound('WordDocument', '_VBA_PROJECT')],
    ['an installer', 'a.xls', compound('\u4840\u3b3f')],
    ['a compound file that goes in a circle', 'a.doc', compound('x').fill(1, 512, 520)],
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
    const r = await u.api.report();
    const { status, body } = await u.add(r, key(r), content, { name });
    expect([status, body.code, body.detail]).toEqual([
      415,
      'unsupported-media-type',
      expect.stringContaining('PDF'),
    ]);
    expect(await u.kept(r)).toEqual(nothing);
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
  const r = await u.api.report();
  const { status, body } = await u.add(r, key(r), png(), { name });
  expect([status, body.name]).toEqual([201, stored]);
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
    const r = await u.api.report();
    const { status, body } = await u.send(r, key(r), form());
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid-fields', path]);
    expect([await u.kept(r), u.spooling()]).toEqual([nothing, []]);
  });

  test('JSON is 415; a broken multipart is 400; multipart elsewhere is 415', async () => {
    const r = await u.api.report();
    const json = await u.api.send('POST', `${r.path}/attachments`, { file: 'x' }, key(r));
    expect([json.status, json.body.detail]).toEqual([415, expect.stringContaining('multipart/form-data')]);
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    for (const [body, status] of [
      ['', 422],
      ['bukan multipart', 400],
      ['--x\r\nbukan isian', 400],
      [`${head}terpotong`, 400],
    ] as const) {
      const broken = await u.api.send('POST', `${r.path}/attachments`, body, {
        ...key(r),
        'content-type': 'multipart/form-data; boundary=x',
      });
      expect([body, broken.status]).toEqual([body, status]);
    }
    const none = await u.api.send('POST', `${r.path}/attachments`, 'x', {
      ...key(r),
      'content-type': 'multipart/form-data',
    });
    expect([none.status, none.body.code]).toEqual([400, 'bad-request']);
    const elsewhere = await fetch(new URL('/v1/complaints', u.api.base), {
      method: 'POST',
      body: formOf(png()),
    });
    expect(elsewhere.status).toBe(415);
    expect([await u.kept(r), u.spooling()]).toEqual([nothing, []]);
  });
});
