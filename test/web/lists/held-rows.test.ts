// Lists that stand still under the pointer, rows that are asked for again one by one, and what the palette finds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesFor, numberMeant } from '../../../web/src/shared/officers/palette/choices.ts';
import { asItIs, held } from '../../../web/src/office/lists/live/held-rows.ts';
import { byGroup } from '../../../web/src/office/lists/grouping/group-of.ts';
import { type ByGroup, mergeRows, type Order } from '../../../web/src/office/lists/live/merge-rows.ts';

const rowsOf = (numbers: readonly string[]) => numbers.map((number) => ({ number }));
const numbersOf = (rows: readonly { number: string }[]) => rows.map(({ number }) => number).join('');

describe('a list that is held', () => {
  test.each([
    // shown, now, left by oneself: rows, gone, waiting
    ['abc', 'abc', '', 'abc', '', 0],
    ['abc', 'xabyc', '', 'abc', '', 2],
    ['abc', 'abcxy', '', 'abcxy', '', 0],
    ['abc', 'ac', '', 'abc', 'b', 0],
    ['abc', 'ac', 'b', 'ac', '', 0],
    ['abc', 'cab', '', 'abc', '', 0],
    ['a', 'xy', 'a', 'xy', '', 0],
    ['', 'ab', '', 'ab', '', 0],
  ])('%s, then %s, of which one decided %s', (shown, now, left, rows, gone, waiting) => {
    const after = held(asItIs(rowsOf(shown.split(''))), rowsOf(now.split('')), new Set(left.split('')));
    expect([numbersOf(after.rows), [...after.gone].join(''), after.waiting]).toEqual([rows, gone, waiting]);
  });

  test('never moves what is shown, and forgets nothing', () => {
    const numbers = fc.uniqueArray(fc.constantFrom(...'abcdefghij'.split('')), { maxLength: 10 });
    fc.assert(
      fc.property(numbers, numbers, (shown, now) => {
        const { rows, waiting } = held(asItIs(rowsOf(shown)), rowsOf(now), new Set());
        if (shown.length > 0) expect(numbersOf(rows).startsWith(shown.join(''))).toBe(true);
        const missing = now.filter((number) => !rows.some((row) => row.number === number));
        expect(missing).toHaveLength(waiting);
      }),
    );
  });
});

test('rows that are asked for again stand where the API would put them', () => {
  const row = fc.record({
    number: fc.constantFrom(...'abcdefghijklmn'.split('')),
    deadline: fc.option(
      fc.constantFrom('2026-11-27T08:00:00+07:00', '2026-11-27T02:00:00Z', '2026-12-01T08:00:00Z'),
    ),
    receivedAt: fc.constantFrom('2026-11-20T08:00:00Z', '2026-11-21T08:00:00+07:00', '2026-11-22T08:00:00Z'),
    category: fc.option(fc.constantFrom('Jalan', 'Izin', 'jalan')),
  });
  const rows = fc.uniqueArray(row, { selector: ({ number }) => number, maxLength: 12 });
  const order = fc.constantFrom<Order>('deadline', 'newest', 'oldest');
  type Row = { number: string; deadline: string | null; receivedAt: string; category: string | null };
  const key = ({ number, deadline, receivedAt }: Row, by: Order): [number, string] => [
    by === 'deadline' ? (deadline === null ? Infinity : Date.parse(deadline)) : Date.parse(receivedAt),
    number,
  ];
  const sorted = (list: readonly Row[], by: Order) => {
    const up = list.toSorted((a, b) => {
      const [[at, one], [bt, other]] = [key(a, by), key(b, by)];
      return at === bt ? (one < other ? -1 : 1) : at - bt;
    });
    const inOrder = by === 'newest' ? up.toReversed() : up;
    // What has no group comes last.
    const place = ({ category }: Row) => (category === null ? '~' : category);
    return grouped
      ? inOrder.toSorted((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))))
      : inOrder;
  };
  let grouped = false;
  fc.assert(
    fc.property(rows, rows, order, fc.nat(12), fc.boolean(), (before, changed, by, cut, inGroups) => {
      grouped = inGroups;
      const groups = inGroups ? byGroup('category', 'agency') : undefined;
      const all = sorted(before, by);
      const pages = [
        { items: all.slice(0, cut), next: 'more' },
        { items: all.slice(cut), next: null },
      ];
      const asked = new Set(changed.map(({ number }) => number));
      // Half of those that changed are still in the list.
      const fresh = changed.filter((_, n) => n % 2 === 0);
      const wanted = sorted([...before.filter(({ number }) => !asked.has(number)), ...fresh], by);
      const merged = mergeRows(pages, asked, fresh, by, groups as ByGroup<Row> | undefined).flatMap(
        ({ items }) => items,
      );
      expect(numbersOf(merged)).toBe(numbersOf(wanted));
    }),
  );
});

test.each([
  ['LAP-2026-000123', 'LAP-2026-000123'],
  ['lihat lap 2O26 OOO123 ya', 'LAP-2026-000123'],
  ['123', 'LAP-2025-000123'],
  ['2024-123', 'LAP-2024-000123'],
  ['jalan rusak', undefined],
  ['kab papua 17', undefined],
])('the palette takes %s for the number %s', (typed, number) => {
  expect(numberMeant(typed, 2025)).toBe(number);
});

test('the palette: a number before all, decisions and pages by their words, searching last', () => {
  const command = (label: string) => ({ id: label, label, run: () => {} });
  const office = (id: string, name: string) =>
    ({ id, name, level: 'agency', parentId: null, timeZone: '' }) as const;
  const groups = (typed: string) =>
    choicesFor({
      typed,
      offices: [office('a', 'Pemerintah Kabupaten Papua 17'), office('b', 'Badan Contoh')],
      fixed: {
        action: [command('Disposisi: LAP-1')],
        view: [command('Lewat tenggat')],
        page: [command('Templat')],
      },
      toReport: (number) => command(number),
      toSearch: (words) => command(`? ${words}`),
      toOffice: ({ name }) => [command(name), command(`Angka ${name}`)],
      year: 2026,
    }).map(({ of, commands }) => `${of}: ${commands.map(({ label }) => label).join()}`);
  expect(groups('')).toEqual(['action: Disposisi: LAP-1', 'view: Lewat tenggat', 'page: Templat']);
  expect(groups('7')).toEqual(['report: LAP-2026-000007,? 7']);
  expect(groups('kab papua 17')).toEqual([
    'office: Pemerintah Kabupaten Papua 17,Angka Pemerintah Kabupaten Papua 17',
    'report: ? kab papua 17',
  ]);
  expect(groups('tenggat lew')).toEqual(['view: Lewat tenggat', 'report: ? tenggat lew']);
  expect(groups('disp')).toEqual(['action: Disposisi: LAP-1', 'report: ? disp']);
});
