// A period of figures is whole months and what lies beside them: each report in it once, none besides.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanOf } from '../../db/figures/span.ts';

const wib = 7 * 3_600_000;
const month = (at: number) => new Date(at + wib).toISOString().slice(0, 7);
const [begin, end] = [Date.parse('2025-11-01T00:00:00Z'), Date.parse('2026-04-01T00:00:00Z')];
const at = fc.oneof(
  fc.integer({ min: begin, max: end }),
  // Where months begin in WIB.
  fc.constantFrom(...[10, 11, 12, 13, 14].map((nth) => Date.UTC(2025, nth, 1) - wib)),
);
const iso = (ms: number) => new Date(ms).toISOString();

/** How often what was received then is counted. */
function timesCounted(received: number, span: ReturnType<typeof spanOf>): number {
  const { first, before, edges } = span;
  const own = month(received);
  const whole = (first === null || own >= first) && (before === null || own < before);
  return Number(whole) + edges.filter(([from, to]) => iso(received) >= from && iso(received) < to).length;
}

test('counts each report of the period once', () => {
  fc.assert(
    fc.property(at, fc.option(at), fc.option(at), (received, from, to) => {
      const span = spanOf({ from: from === null ? null : iso(from), to: to === null ? null : iso(to) });
      const isIn = (from === null || received >= from) && (to === null || received < to);
      expect(timesCounted(received, span)).toBe(Number(isIn));
    }),
    { numRuns: 2_000 },
  );
});

test('takes whatever year a query may name', () => {
  const span = spanOf({ from: '0001-01-01T00:00:00.000Z', to: '9999-12-31T14:59:59.999Z' });
  expect(timesCounted(begin, span)).toBe(1);
});
