// A process that goes on from its record writes down why, and nothing else of the report changes.
import { expect, test } from 'vitest';
import { resume, standingTo } from '../../../sop/beside/resume.ts';
import { file } from '../../../sop/rows/intake.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';

const at = '2026-11-24T02:00:00.000Z';
const { next: filed } = file({
  number: 'LAP-1',
  kind: 'pengaduan',
  oversight: false,
  receivedAt: at,
  national,
  agency,
});

test('an entry says why; revision, clocks and visit stay', () => {
  const { next, entries } = resume(filed, 'Hilang.', at);
  expect(next).toEqual({ ...filed, seq: filed.seq + 1 });
  expect(entries).toMatchObject([
    { type: 'resumed', reason: 'Hilang.', actor: { role: 'system' }, requests: [] },
  ]);
  expect(entries[0]).not.toHaveProperty('opens');
});

test('of a report that is over nothing is written', () => {
  const over = { ...filed, status: 'closed' as const };
  expect(resume(over, 'Hilang.', at)).toEqual({ next: over, entries: [] });
});

test.each([
  [3, 'disposed', 'in-step'],
  [3, null, 'in-step'],
  [3, 'returned', 'behind'],
  [2, 'acknowledged', 'behind'],
  [4, 'received', 'ahead'],
] as const)(
  'one that wrote up to %d, %s at last, is %s of a record that ends with 3, disposed',
  (seq, last, how) => {
    expect(standingTo({ case: filed, seq: 3, last: 'disposed' }, { seq, last })).toBe(how);
  },
);
