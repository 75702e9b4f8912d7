// reading 26: when a rating is taken.
import { expect, test } from 'vitest';
import { rateUntil, ratingStands } from '../../../sop/beside/rating.ts';

const day = 86_400_000;
const answeredAt = new Date('2026-11-23T02:00:00Z');
const endedAt = new Date('2026-12-07T09:00:00Z');

test.each<[string, Parameters<typeof ratingStands>[0], number, ReturnType<typeof ratingStands>]>([
  ['not before the answer', { answeredAt: null, endedAt: null }, 0, 'early'],
  ['nor when it ended without one', { answeredAt: null, endedAt }, day, 'early'],
  ['from the answer on', { answeredAt, endedAt: null }, 400 * day, 'open'],
  ['on the last of thirty days', { answeredAt, endedAt }, 30 * day - 1, 'open'],
  ['no longer', { answeredAt, endedAt }, 30 * day, 'over'],
])('%s', (_, rated, afterEnd, standing) => {
  expect(ratingStands(rated, endedAt.getTime() + afterEnd)).toBe(standing);
});

test('the end of it is told once the report has ended', () => {
  expect(rateUntil({ endedAt: null })).toBeNull();
  expect(rateUntil({ endedAt })?.toISOString()).toBe('2027-01-06T09:00:00.000Z');
});
