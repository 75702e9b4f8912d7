// reading 32: which texts are taken, and as what they are kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineFault, manyLines, oneLine, seenOnly, textFault, titleFault } from '../../sop/texts/text.ts';

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
