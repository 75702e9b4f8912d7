// reading 33: files without what tells who made them, with what and where; the picture, its words and its side stay.
import { deflateRawSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { clean } from '../../../api/attachments/cleaning/clean.ts';
import { cleanInChild } from '../../../api/attachments/cleaning/in-child.ts';
import { orientationIn } from '../../../api/attachments/cleaning/pictures/exif.ts';
import { compound, pngOf, zip } from '../../support/files/files.ts';
import * as files from '../../support/files/planted.ts';

const ooxml = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const odt = 'application/vnd.oasis.opendocument.text';

const holds = (content: Buffer, words: readonly string[]) =>
  words.filter((word) => content.includes(Buffer.from(word, 'latin1')));

test.each<[string, () => Buffer | Promise<Buffer>, string[]]>([
  ['image/jpeg', () => files.photo().dirty, ['warna']],
  ['image/png', files.plantedPng, ['IDAT', 'eXIf']],
  ['image/webp', files.plantedWebp, ['VP8L', 'EXIF']],
  ['image/gif', files.plantedGif, [',']],
  ['image/heic', files.plantedHeic, [files.seen.toString(), 'ispe']],
  ['video/quicktime', files.plantedFilm, [files.seen.toString(), 'moov']],
  ['video/3gpp', () => files.plantedFilm('3gp5'), [files.seen.toString()]],
  ['audio/mpeg', files.plantedMp3, ['\x05\x05']],
  ['application/pdf', files.plantedPdf, ['DCTDecode']],
  [ooxml, files.plantedDocx, ['Isi surat', 'Mohon dicek', 'word/media/image1.jpg']],
  [xlsx, files.plantedXlsx, ['Isi tabel', 'recordCount="3"', 'connectionId="1"', 'type="5"']],
  [odt, files.plantedOdt, ['Isi surat', 'href="Pictures/1.jpg"', 'href="https://contoh.go.id/a/../b"']],
])('%s', async (mediaType, made, kept) => {
  const dirty = await made();
  const cleaned = await clean(dirty, mediaType);
  const [before, after] = mediaType.includes('.') ? [dirty, cleaned].map(files.unpacked) : [dirty, cleaned];
  expect(holds(before as Buffer, files.planted).length).toBeGreaterThan(0);
  expect(holds(after as Buffer, files.planted)).toEqual([]);
  expect(holds(after as Buffer, kept)).toEqual(kept);
  // The same bytes again, and nothing left to do.
  expect((await clean(dirty, mediaType)).equals(cleaned)).toBe(true);
  const twice = await clean(cleaned, mediaType);
  expect(Math.abs(twice.length - cleaned.length)).toBeLessThan(8);
});

test('a photo keeps pixels, colours and which side is up, to the byte', async () => {
  const { dirty, clean: expected } = files.photo();
  expect((await clean(dirty, 'image/jpeg')).equals(expected)).toBe(true);
  expect(orientationIn(files.tiff())).toBe(6);
  // Nothing points elsewhere in a film: it stays as long as it was.
  expect(await clean(files.plantedFilm(), 'video/quicktime')).toHaveLength(files.plantedFilm().length);
});

test('a PDF is its last revision, with its page and the remark on it', async () => {
  const document = await PDFDocument.load(await clean(await files.plantedPdf(), 'application/pdf'), {
    updateMetadata: false,
  });
  expect([document.getPageCount(), document.getAuthor(), document.getProducer()]).toEqual([
    1,
    undefined,
    undefined,
  ]);
  const page = document.getPage(0).node;
  expect([String(page.Contents()), String(page.Annots()?.lookup(0))]).toEqual([
    expect.not.stringContaining('Foto Do'),
    expect.stringContaining('Mohon dicek'),
  ]);
});

describe('what cannot be cleaned for certain is refused', () => {
  const signed = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Sig << /ByteRange [0 1] >> >>\nendobj\n');
  test.each<[string, Buffer, string]>([
    ['an old document', compound('WordDocument'), 'application/msword'],
    ['a PDF without a page tree', signed, 'application/pdf'],
    ['a PDF that is encrypted', Buffer.from('%PDF-1.4\ntrailer\n<< /Encrypt 1 0 R >>\n'), 'application/pdf'],
    ['half a photo', files.photo().dirty.subarray(0, 60), 'image/jpeg'],
    ['half a picture', pngOf([]).subarray(0, 40), 'image/png'],
    ['half a film', files.plantedFilm().subarray(0, -60), 'video/quicktime'],
    ['a film in fragments', Buffer.concat([files.plantedFilm(), Buffer.from('\0\0\0\x08moof')]), 'video/mp4'],
    ['a document with an unknown part', zip({ '[Content_Types].xml': '<a/>', 'word/x.bin': 'x' }), ooxml],
    ['a document that declares', zip({ 'word/a.xml': '<!DOCTYPE x><a/>' }), ooxml],
    ['an encrypted document', zip({ 'META-INF/manifest.xml': '<encryption-data/>' }), odt],
  ])('%s', async (_, content, mediaType) => {
    const outcome = await clean(content, mediaType).then(
      () => 'cleaned',
      () => 'refused',
    );
    expect(outcome).toBe('refused');
  });
});

test('a small file that inflates to far too much ends the process that cleans it, and no other', {
  timeout: 180_000,
}, async () => {
  const bomb = deflateRawSync(Buffer.alloc(1024 * 1024 * 1024));
  const stream = Buffer.concat([Buffer.of(0x78, 0x9c), bomb, Buffer.alloc(4)]);
  const pdf = Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
    ),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF\n'),
  ]);
  const before = process.memoryUsage.rss();
  const [left, photo] = await Promise.all([
    cleanInChild(pdf, 'application/pdf').catch((error: Error) => error.message),
    cleanInChild(files.photo().dirty, 'image/jpeg'),
  ]);
  expect(left === undefined || String(left).includes('SIGKILL')).toBe(true);
  expect(photo?.equals(files.photo().clean)).toBe(true);
  expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024);
});
