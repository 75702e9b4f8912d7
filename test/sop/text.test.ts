// reading 32: which texts are taken, and as what they are kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storable } from '../../sop/texts/storable.ts';
import {
  lineFault,
  manyLines,
  oneLine,
  seenOnly,
  soughtFault,
  textFault,
  titleFault,
} from '../../sop/texts/text.ts';

test.each([
  ['Jalan berlubang', undefined],
  ['  RT\u00A003 / RW\t05 ', undefined],
  ['Bantuan 👩🏽‍🌾 untuk 🏳️‍🌈 1️⃣ ❤️', undefined],
  ['क्\u200Dष में', undefined],
  ['می\u200Cخواهم', undefined],
  ['葛\u{E0100}城', undefined],
  ['–!', 'no-letter'],
  ['⠀⠀', 'hidden'],
  ['\u3164', 'hidden'],
  ['Judul\nhttps://contoh.id', 'line-break'],
  ['Judul\r\nBcc: a@b.id', 'line-break'],
  ['Judul\u2028dua', 'line-break'],
  ['a\u202Egnp.exe', 'hidden'],
  ['a\u2066b\u2069', 'hidden'],
  ['tak\u200Bter\u00ADlihat', 'hidden'],
  ['a\u200Db', 'hidden'],
  ['a\uFE0F\uFE0Fb', 'hidden'],
  ['a\u{E0041}\u{E0042}', 'hidden'],
  ['a\u034Fb', 'hidden'],
  ['bel\u0007', 'hidden'],
  ['nul\0', 'unstorable'],
  ['setengah \uD800', 'unstorable'],
])('a title %j: %s', (text, fault) => {
  expect(titleFault(oneLine(text))).toBe(fault);
});

test('a name may be a sign, and is one line too', () => {
  expect([lineFault('–'), lineFault('Siti\nAminah')]).toEqual([undefined, 'line-break']);
});

test('a text of several lines keeps its lines, loses what copying brought along, and hides nothing', () => {
  expect(manyLines(' Cafe\u0301\u200B,\r\n\tlalu\vpasar\u2029\uFEFF \u2068Siti\u2069 ')).toBe(
    'Café,\n\tlalu\npasar\n Siti',
  );
  expect(['a\n\tb', 'a\u202Eb', 'a\u001B[2J', '\u3164'].map((text) => textFault(manyLines(text)))).toEqual([
    undefined,
    'hidden',
    'hidden',
    'hidden',
  ]);
});

test('what is kept stays as it is when it comes again, and what is left of any name can be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const kept of [oneLine, manyLines, seenOnly]) expect(kept(kept(text))).toBe(kept(text));
      expect(lineFault(seenOnly(text))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('one line has one blank between words, and a name that a machine gave loses what cannot be seen', () => {
  expect(oneLine('  RT\u00A003 \t /  RW\t05 ')).toBe('RT 03 / RW 05');
  expect(seenOnly(' lampiran\u202Egnp\r\n \u200Bbukti \uD800❤️.exe ')).toBe('lampirangnp bukti ❤️.exe');
  expect(lineFault('\nSiti')).toBe('line-break');
});

test('words to look for need only be ones that can be kept; others get a mark for what cannot', () => {
  expect(['tak\u200Bterlihat', 'dua\nbaris', 'nul\0'].map(soughtFault)).toEqual([
    undefined,
    undefined,
    'unstorable',
  ]);
  expect(storable('nul\0, \uD800 👩🏽‍🌾')).toBe('nul\uFFFD, \uFFFD 👩🏽‍🌾');
});
