// reading 14: what everybody may read of a report, whatever was written and however.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../sop/texts/fold.ts';
import { namePartsOf } from '../../sop/texts/name-parts.ts';
import { officeWords, ownWords, withoutWords } from '../../sop/texts/public-text.ts';

const siti = { name: 'Hj. Siti Aminah, S.Pd.', phone: '021-5551234' };
const [name, number, nik, email] = [
  '[nama pelapor]',
  '[nomor disamarkan]',
  '[NIK disamarkan]',
  '[surel disamarkan]',
];

test.each([
  ['Hj. Siti Aminah, S.Pd.', ['siti', 'aminah']],
  ['Prof. Dr. dr. Anna-Maria, Sp.OG(K)', ['anna', 'maria']],
  ['H. Ma’ruf bin Ali', ['maruf', 'ali']],
  ['M.Yusuf A.Md.Kom', ['yusuf']],
  ['ÀYU ＤＥＷＩ', ['ayu', 'dewi']],
  ["Ma'ruf Li ﬁtri", ['maruf', 'li', 'fitri']],
  ['I', []],
])('of the name %s count %j', (given, parts) => {
  expect(namePartsOf(given)).toEqual(parts);
});

test('a digit of any script counts as one of ours', () => {
  const all = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));
  const digits = all.filter((one) => /\p{Nd}/u.test(one));
  expect(digits.length).toBeGreaterThan(700);
  expect(digits.filter((one) => !/^\d$/.test(fold(one).text))).toEqual([]);
  expect(fold('०१२३४५६७८९').text).toBe('0123456789');
});

describe('the reporter’s own words are without', () => {
  test.each([
    ['Hj. Siti Aminah, S.Pd. menulis', `Hj. ${name}, S.Pd. menulis`],
    ['AMINAH, Siti', `${name}, ${name}`],
    ['motor Sitinya, sitilah; Siti’s', `motor ${name}, ${name}; ${name}`],
    [
      'S\u{131}t\u{131}, Sítì, Si\u0301ti, Ｓｉｔｉ, Sіtі, s\u200biti',
      Array.from({ length: 6 }, () => name).join(', '),
    ],
    ['S*i*ti, **Si**ti, S<b>i</b>ti, S i t i, S.i.t.i', `${name}, **${name}, ${name}, ${name}, ${name}`],
    ['Siiti Amminah', name],
    ['akun @siti_aminah77 dan SitiAminah', `akun @${name}77 dan ${name}`],
    ['Siiiti, sitinyalah; siti  aminah', `${name}, ${name}; ${name}`],
    ['Siti dan Aminah, budi_siti', `${name} dan ${name}, budi_${name}`],
    ['Siti 0812 3456 7890 Siti', `${name} ${number} ${name}`],
    ['siti0812 3456 7890', `${name}${number}`],
    ['situ, sitik, kesiti, parasit, kesitiaminah', 'situ, sitik, kesiti, parasit, kesitiaminah'],
  ])('the name: %s', (text, masked) => {
    expect(ownWords(text, siti)).toBe(masked);
  });

  test.each([
    ['0812/3456/7890', number],
    ['0812–3456–7890', number],
    ['0812\u00a03456\u20097890', number],
    ['0812  3456  7890', number],
    ['+62 (0) 812 3456 7890', number],
    ['(021) 555 12 34', number],
    ['0812.3456.7890, 0813 4567 8901', `${number}, ${number}`],
    ['٠٨١٢٣٤٥٦٧٨٩', number],
    ['0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', number],
    ['NIK 3273 0101/0190-0001.', `NIK ${nik}.`],
    ['telepon 5551234', `telepon ${number}`],
    ['telepon ٥٥٥١٢٣٤', `telepon ${number}`],
    ['telepon 1555 1234', `telepon ${number}`],
    ['0812 3456 7890 , - , 0813 4567 8901', `${number} , - , ${number}`],
    ['081234567, 081234568', `${number}, ${number}`],
    ['08123456, 7890123; 081234567890, 12', number],
    ['08123456, 7890123', number],
    ['081234567890, 12', number],
    ['a@b.id c@d.id', `${email} ${email}`],
    [
      'Rp 1.500.000 pada 08-12-2026 pukul 10.30, RT 03/RW 07',
      'Rp 1.500.000 pada 08-12-2026 pukul 10.30, RT 03/RW 07',
    ],
    ['müller@möbel.de', email],
    ['siti＠contoh.co.id', email],
    ['siti [at] gmail (dot) com', email],
    ['почта@домен.рф', email],
    ['beli @ 5.000', 'beli @ 5.000'],
  ])('a contact: %s', (text, masked) => {
    expect(ownWords(text, siti)).toBe(masked);
  });

  test.each([
    ['Ahmad Dani', 'ahmadani', name],
    ['Sanya', 'sanyalah', name],
  ])('the name %s, joined or ending as an ending does: %s', (given, text, masked) => {
    expect(ownWords(text, { name: given })).toBe(masked);
  });

  test('any part of any name, in any case, form and place', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abdeghiklmnoprstuwyàéñşаі')),
      minLength: 2,
      maxLength: 9,
    });
    const way = fc.constantFrom<(word: string) => string>(
      (word) => word.toUpperCase(),
      (word) => word.normalize('NFD'),
      (word) => `${word}nya`,
      (word) => `*${word}*`,
      (word) => Array.from(word).join('\u200b'),
    );
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        way,
        fc.string({ unit: 'binary' }),
        (parts, write, noise) => {
          const who = { name: parts.join(' ') };
          const mine = namePartsOf(who.name);
          const masked = ownWords(`${noise} ${parts.map(write).join(' ')} ${noise}`, who);
          const rest = fold(masked.replaceAll(name, ' ')).text.split(/[^\p{L}]+/u);
          expect(rest.filter((word) => mine.includes(word))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('any run of nine to seventeen digits, whatever stands between', () => {
    const between = fc.constantFrom(
      '',
      ' ',
      '-',
      '/',
      '–',
      '\u00a0',
      '\u2009',
      '  ',
      '.',
      ') (',
      '\n',
      ' · ',
      '’',
    );
    const digit = fc.constantFrom(...Array.from('0123456789٣７'));
    fc.assert(
      fc.property(fc.array(fc.tuple(digit, between), { minLength: 9, maxLength: 17 }), (run) => {
        const masked = ownWords(`hubungi ${run.flat().join('')} ya`, { name: 'Siti' });
        expect(masked).not.toMatch(/\p{Nd}/u);
      }),
      { numRuns: 150 },
    );
  });

  test('nothing else: a text without any of it stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\p{N}@]/gu, '');
        expect(ownWords(plain, { name: 'Qqzzx' })).toBe(plain);
      }),
    );
  });

  test('in reasonable time, whatever is sent', () => {
    const long = ['a', 'a@', 'a.', '+', '1 ', 'siti', 'a*', '(at)', 'a</b>', 'bapak hj. '].map((part) =>
      part.repeat(8_000 / part.length),
    );
    const began = performance.now();
    for (const text of long)
      for (const mask of [ownWords, officeWords]) mask(text, { name: 'Siti Aa', phone: '08123' });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('an office’s answer is without', () => {
  test.each([
    ['Indah', 'Yth. Ibu Indah, pemandangan yang indah.', `Yth. Ibu ${name}, pemandangan yang indah.`],
    ['Indah', 'Saudari/i Indah; Bapak/Ibu Hj. Indah', `Saudari/i ${name}; Bapak/Ibu Hj. ${name}`],
    [
      'tidak',
      'Laporan Bapak tidak dapat diproses; Bapak Tidak tahu.',
      `Laporan Bapak tidak dapat diproses; Bapak ${name} tahu.`,
    ],
    ['Jalan Baru', 'jalan yang baru di Jalan Baru', `jalan yang baru di ${name}`],
    ['Siti Nur Aminah', 'Yth. siti aminah, Aminah Nur! Siti', `Yth. ${name}! Siti`],
    ['Siti Aminah', '- Siti A*min*ah', `- ${name}`],
    ['Indah Sari', 'taman yang indah, indah sekali', 'taman yang indah, indah sekali'],
    [
      'Indah',
      'Yth. Ibu Indah, taman di depan balai kota sudah kami perbaiki pada hari Senin yang lalu.',
      `Yth. Ibu ${name}, taman di depan balai kota sudah kami perbaiki pada hari Senin yang lalu.`,
    ],
    ['Siti', 'Hubungi 0812-3456-7890 atau humas@contoh.go.id', `Hubungi ${number} atau ${email}`],
  ])('contacts and the name %s: %s', (given, text, masked) => {
    expect(officeWords(text, { name: given })).toBe(masked);
  });

  test('what its holder hides, and never a label', () => {
    expect(withoutWords(`nama${name}nama, ${number}`, ['nama'])).toBe(
      `[disembunyikan]${name}[disembunyikan], ${number}`,
    );
    expect(withoutWords('Toko mekar jaya - Jl. A.', [' mekar  jaya ', '', '  '])).toBe(
      'Toko [disembunyikan] - Jl. A.',
    );
    expect(withoutWords(`Toko MEKAR  jaya (Jl. A) ${name} nama.`, ['mekar jaya', 'nama', 'A)'])).toBe(
      `Toko [disembunyikan] (Jl. [disembunyikan] ${name} [disembunyikan].`,
    );
  });
});
