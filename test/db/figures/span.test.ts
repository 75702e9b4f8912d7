// A period of figures is whole months, days, and what lies beside them: each report in it once, none besides.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Received, type Span, spanOf } from '../../../db/figures/span.ts';

const wib = 7 * 3_600_000;
const day = (at: number) => new Date(at + wib).toISOString().slice(0, 10);
const month = (at: number) => day(at).slice(0, 7);
const [begin, end] = [Date.parse('2025-11-01T00:00:00Z'), Date.parse('2026-04-01T00:00:00Z')];
const at = fc.oneof(
  fc.integer({ min: begin, max: end }),
  // Where months begin in WIB.
  fc.constantFrom(...[10, 11, 12, 13, 14].map((nth) => Date.UTC(2025, nth, 1) - wib)),
  // And days.
  fc.integer({ min: 1, max: 150 }).map((nth) => Date.UTC(2025, 10, nth) - wib),
);
const iso = (ms: number) => new Date(ms).toISOString();

/** How often what was received then is counted. */
function timesCounted(received: number, { sums, summed, edges }: Span): number {
  const own = ['', month(received), `d${day(received)}`];
  const inSums = own.filter((span) => sums.some(([from, before]) => span >= from && span < before)).length;
  const isIn = ({ from, to }: Received) =>
    (from === null || iso(received) >= from) && (to === null || iso(received) < to);
  // Where there are sums of it, it is said so.
  expect(inSums > 0).toBe(summed !== undefined && isIn(summed));
  return inSums + edges.filter(isIn).length;
}

test.each([true, false])('counts each report of the period once, with sums of days: %s', (byDay) => {
  fc.assert(
    fc.property(at, fc.option(at), fc.option(at), (received, from, to) => {
      const period = { from: from === null ? null : iso(from), to: to === null ? null : iso(to) };
      const isIn = (from === null || received >= from) && (to === null || received < to);
      expect(timesCounted(received, spanOf(period, byDay))).toBe(Number(isIn));
    }),
    { numRuns: 2_000 },
  );
});

test('takes whatever year a query may name', () => {
  const span = spanOf({ from: '0001-01-01T00:00:00.000Z', to: '9999-12-31T14:59:59.999Z' }, true);
  expect(timesCounted(begin, span)).toBe(1);
});

test('counts no report of whole days by itself', () => {
  const period = { from: iso(Date.UTC(2025, 10, 5) - wib), to: iso(Date.UTC(2026, 1, 20) - wib) };
  expect(spanOf(period, true)).toEqual({
    sums: [
      ['d2025-11-05', 'd2025-12-01'],
      ['2025-12', '2026-02'],
      ['d2026-02-01', 'd2026-02-20'],
    ],
    summed: period,
    edges: [],
  });
});
