// reading 33: from when on reading is unusual.
import { expect, test } from 'vitest';
import { readingBounds, type ReadingDay, type Unusual, unusualIn } from '../../../sop/beside/looks.ts';

const calm: ReadingDay = { reports: 29, elsewhere: 0, atNight: 0, usual: null };
const { elsewhere, atNight, fewest, timesUsual } = readingBounds;

test.each<[string, Partial<ReadingDay>, Unusual[]]>([
  ['a day like others is not', {}, []],
  ['as much elsewhere as may be', { elsewhere }, []],
  ['more than that', { elsewhere: elsewhere + 1 }, ['elsewhere']],
  ['as much at night as may be', { atNight }, []],
  ['more than that, elsewhere', { elsewhere: 99, atNight: atNight + 1 }, ['elsewhere', 'at-night']],
  ['a first day, however much', { reports: 1_000 }, []],
  ['many times the usual, but little', { reports: fewest - 1, usual: 1 }, []],
  ['just that many times', { reports: 10 * timesUsual, usual: 10 }, []],
  ['more', { reports: 10 * timesUsual + 1, usual: 10 }, ['above-usual']],
])('%s', (_, day, found) => {
  expect(unusualIn({ ...calm, ...day })).toEqual(found);
});
