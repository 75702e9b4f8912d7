// Lists that stand still under the pointer, and rows that are asked for again one by one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asItIs, held } from '../../../web/src/office/lists/live/held-rows.ts';
import { mergeRows, type Order } from '../../../web/src/office/lists/live/merge-rows.ts';

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
  });
  const rows = fc.uniqueArray(row, { selector: ({ number }) => number, maxLength: 12 });
  const order = fc.constantFrom<Order>('deadline', 'newest', 'oldest');
  type Row = { number: string; deadline: string | null; receivedAt: string };
  const key = ({ number, deadline, receivedAt }: Row, by: Order): [number, string] => [
    by === 'deadline' ? (deadline === null ? Infinity : Date.parse(deadline)) : Date.parse(receivedAt),
    number,
  ];
  const sorted = (list: readonly Row[], by: Order) => {
    const up = list.toSorted((a, b) => {
      const [[at, one], [bt, other]] = [key(a, by), key(b, by)];
      return at === bt ? (one < other ? -1 : 1) : at - bt;
    });
    return by === 'newest' ? up.toReversed() : up;
  };
  fc.assert(
    fc.property(rows, rows, order, fc.nat(12), (before, changed, by, cut) => {
      const all = sorted(before, by);
      const pages = [
        { items: all.slice(0, cut), next: 'more' },
        { items: all.slice(cut), next: null },
      ];
      const asked = new Set(changed.map(({ number }) => number));
      // Half of those that changed are still in the list.
      const fresh = changed.filter((_, n) => n % 2 === 0);
      const wanted = sorted([...before.filter(({ number }) => !asked.has(number)), ...fresh], by);
      const merged = mergeRows(pages, asked, fresh, by).flatMap(({ items }) => items);
      expect(numbersOf(merged)).toBe(numbersOf(wanted));
    }),
  );
});
