// With what a period is compared, and which offices are ranked: by tables.
import { describe, expect, test } from 'vitest';
import { branchesUnder } from '../../../db/figures/brief/branches.ts';
import { mostOf } from '../../../db/figures/brief/brief.ts';
import { periodBefore } from '../../../db/figures/brief/period-before.ts';

const now = Date.parse('2026-11-27T02:00:00.000Z');
const at = (day: string) => `2026-${day}T00:00:00.000Z`;

describe('a period is compared', () => {
  test('with the week before, when there is none', () => {
    expect(periodBefore({ from: null, to: null }, now)).toEqual({
      weeks: 1,
      at: '2026-11-20T02:00:00.000Z',
      held: { from: null, to: null },
      span: { from: '2026-11-20T02:00:00.000Z', to: '2026-11-27T02:00:00.000Z' },
      before: { from: '2026-11-13T02:00:00.000Z', to: '2026-11-20T02:00:00.000Z' },
    });
  });

  test.each([
    // Thirty days and two hours are not five weeks yet.
    [at('10-28'), null, 5, '2026-09-27T22:00:00.000Z', at('10-28')],
    [at('11-01'), at('11-08'), 1, at('10-25'), at('11-01')],
    [at('11-26'), null, 1, '2026-11-24T22:00:00.000Z', at('11-26')],
    // What is to come has not been received.
    [at('11-20'), at('12-20'), 2, '2026-11-12T22:00:00.000Z', at('11-20')],
    [at('12-20'), null, 1, '2026-11-27T02:00:00.000Z', '2026-11-27T02:00:00.000Z'],
  ])('from %s to %s with %s weeks ago, and with %s to %s', (from, to, weeks, begins, ends) => {
    const before = periodBefore({ from, to }, now);
    expect([before.weeks, before.before]).toEqual([weeks, { from: begins, to: ends }]);
    // The same minute of the week, of reports received as much earlier.
    expect(now - Date.parse(before.at)).toBe(weeks * 7 * 86_400_000);
    expect(Date.parse(from) - Date.parse(before.held.from ?? '')).toBe(weeks * 7 * 86_400_000);
  });
});

const office = (id: string, parentId: string | null, successorId: string | null = null) => ({
  id,
  parentId,
  successorId,
  name: id,
  level: 'upt' as const,
  active: successorId === null,
});

test('offices directly below are ranked, each with all under it and what joined it (reading 27)', () => {
  const tree = [
    office('n', null),
    office('a', 'n'),
    office('a1', 'a'),
    office('a1x', 'a1'),
    office('b', 'n'),
    office('old', 'n', 'b'),
    office('old1', 'old', 'b'),
  ];
  const seen = (top: string | null) =>
    branchesUnder(tree, top).map(({ office: { id }, own, ids, hasBelow }) => [
      id,
      own,
      [...ids].join(),
      hasBelow,
    ]);
  expect(seen(null)).toEqual([
    ['n', true, 'n', false],
    ['a', false, 'a,a1,a1x', true],
    ['b', false, 'b,old,old1', false],
  ]);
  expect(seen('a')).toEqual([
    ['a', true, 'a', false],
    ['a1', false, 'a1,a1x', true],
  ]);
  expect(seen('a1x')).toEqual([['a1x', true, 'a1x', false]]);
  expect(seen('nowhere')).toEqual([]);
});

test('the step with most, and of two the earlier', () => {
  expect(
    mostOf(
      new Map([
        [8, 3],
        [4, 3],
        [2, 1],
      ]),
    ),
  ).toBe(4);
  expect(mostOf(new Map())).toBeNull();
});
