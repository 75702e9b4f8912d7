// A batch takes fewer at once while they take long, and more while they are quick; nothing is left out or taken twice.
import { expect, test } from 'vitest';
import { Pace } from '../../activities/pace.ts';

const after = (...took: number[]) => {
  const pace = new Pace();
  return took.map((ms) => {
    pace.heed(ms);
    return pace.atOnce;
  });
};

test('one more after each quick group, ten at most', () => {
  expect(after(...Array.from({ length: 10 }, () => 50))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
});

test('half of them after a slow one, and never none', () => {
  expect(after(50, 50, 50, 900, 900, 900, 50)).toEqual([3, 4, 5, 2, 1, 1, 2]);
});

test('neither slow nor quick: as they are', () => {
  expect(after(300, 300)).toEqual([2, 2]);
});

test('every one once, in order', async () => {
  const items = Array.from({ length: 23 }, (_, n) => n);
  const groups: number[][] = [];
  await new Pace().inGroups(items, async (some) => {
    groups.push(some);
  });
  expect(groups.flat()).toEqual(items);
  expect(groups.map(({ length }) => length)).toEqual([2, 3, 4, 5, 6, 3]);
});
