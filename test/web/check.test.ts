// The form's checks and the API's schema refuse the same fields.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decision } from '../../contract/decision.ts';
import { newTemplate, note } from '../../contract/desk.ts';
import { newView } from '../../contract/lists/views.ts';
import { hiding } from '../../contract/office.ts';
import { reference } from '../../contract/references.ts';
import { filing } from '../../contract/reporter/public.ts';
import { newRating } from '../../contract/reporter/ratings.ts';
import { confidentialities, kinds } from '../../sop/terms.ts';
import { updates } from '../../sop/terms.ts';
import { check } from '../../web/src/public/filing/check.ts';
import { fieldsOf, steps } from '../../web/src/public/filing/steps/steps.ts';
import { writtenAs } from '../../web/src/shared/days/read-day.ts';
import { longest } from '../../web/src/shared/forms/longest.ts';
import { filingOf, emptyValues, pathOf, type Values } from '../../web/src/shared/forms/filing.ts';

const words = (max: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '',
      ' ',
      '\n\t',
      '\0',
      'a\0b',
      '\uD800',
      '😀',
      'dua\nbaris',
      'a\u202Eb',
      '\u200B',
      'a\u00A0\tb',
      '–!',
      'x'.repeat(max),
      'x'.repeat(max + 1),
      ` ${'x'.repeat(max)} `,
    ),
  );
const email = fc.oneof(
  fc.emailAddress(),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    'a@b.id',
    ' a@b.id ',
    '.a@b.id',
    'a..b@c.id',
    'a@b',
    "o'neil@b.id",
    `${'a'.repeat(250)}@b.id`,
    'é@b.id',
  ),
);
const phone = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789 +()-')), maxLength: 28 }),
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    '',
    ' ',
    '1234',
    '+62 812-0000-111',
    ' 0812345 ',
    '08\t12345',
    '٠٨١٢٣٤٥',
    '\u202A+62 812\u00A00000\u202C',
    '\u200B',
  ),
);
const values: fc.Arbitrary<Values> = fc.record({
  kind: fc.constantFrom('' as const, ...kinds),
  title: words(200),
  description: words(20_000),
  category: words(100),
  place: words(200),
  region: fc.constantFrom('', '32.73'),
  point: fc.constantFrom(null, { latitude: -6.894, longitude: 107.58 }),
  happenedOn: fc.constantFrom('', 'tidak tahu', '12/11/2025', ' 3 Mei 2024 ').map(writtenAs),
  agencyId: fc.constantFrom('', 'kementerian-contoh'),
  oversight: fc.boolean(),
  confidentiality: fc.constantFrom(...confidentialities),
  name: words(200),
  email,
  phone,
  updates: fc.subarray([...updates]),
});

function refusedByApi(form: Values): string[] {
  const { error } = filing.safeParse(filingOf(form));
  return [...new Set(error?.issues.map(({ path }) => path.join('.')))].sort();
}

function refusedByForm(form: Values): string[] {
  return Object.keys(check(form))
    .map((field) => pathOf[field as keyof Values])
    .sort();
}

test('agree on any form', () => {
  fc.assert(
    fc.property(values, (form) => {
      expect(refusedByForm(form)).toEqual(refusedByApi(form));
    }),
    { numRuns: 3_000 },
  );
});

test('an empty form lacks kind, title, description and name', () => {
  expect(refusedByForm(emptyValues)).toEqual(['description', 'kind', 'reporter.name', 'title']);
});

test('one thing at a time, every field is asked for once', () => {
  expect(steps.flatMap((step) => fieldsOf(step)).sort()).toEqual(Object.keys(emptyValues).sort());
});

test('a day that cannot be read, or is still to come, is not sent', () => {
  for (const happenedOn of ['31/2/2025', '1/1/2999', 'minggu lalu'].map(writtenAs)) {
    expect(refusedByForm({ ...emptyValues, happenedOn })).toContain('happenedOn');
    expect(filingOf({ ...emptyValues, happenedOn })).not.toHaveProperty('happenedOn');
  }
  expect(filingOf({ ...emptyValues, happenedOn: writtenAs('12 November 2025') }).happenedOn).toBe(
    '2025-11-12',
  );
});

test('what the form sends is what was typed, trimmed', () => {
  const typed = {
    ...emptyValues,
    kind: 'aspirasi' as const,
    title: ' Judul\u00A0 satu ',
    description: 'Isi',
    name: 'Siti',
    oversight: true,
  };
  expect(filingOf(typed)).toEqual({
    kind: 'aspirasi',
    title: 'Judul satu',
    description: 'Isi',
    channel: 'web',
    category: null,
    agencyId: null,
    oversight: false,
    confidentiality: 'terbuka',
    reporter: { name: 'Siti', email: null, phone: null },
  });
});

describe('a field lets in just as much as the API takes', () => {
  const { nik: _, email: __, ...lengths } = longest;
  const report = filingOf({ ...emptyValues, kind: 'pengaduan', title: 'a', description: 'a', name: 'a' });
  const takes: Record<keyof typeof lengths, (text: string) => { success: boolean }> = {
    title: (title) => filing.safeParse({ ...report, title }),
    name: (name) => filing.safeParse({ ...report, reporter: { name } }),
    category: (category) => filing.safeParse({ ...report, category }),
    place: (place) => filing.safeParse({ ...report, place }),
    text: (text) => decision.safeParse({ action: 'answer', text }),
    reason: (text) => note.safeParse({ text }),
    words: (text) => hiding.safeParse({ words: [text] }),
    templateTitle: (title) => newTemplate.safeParse({ action: 'answer', title, text: 'a' }),
    viewName: (name) => newView.safeParse({ list: 'inbox', name, query: {} }),
    outsideId: (id) => reference.safeParse({ source: 'a', id }),
    source: (source) => reference.safeParse({ source, id: 'a' }),
    comment: (comment) => newRating.safeParse({ score: 5, comment }),
  };
  test.each(Object.entries(takes))('%s', (field, take) => {
    const most = lengths[field as keyof typeof lengths];
    expect([take('a'.repeat(most)).success, take('a'.repeat(most + 1)).success]).toEqual([true, false]);
  });
});
