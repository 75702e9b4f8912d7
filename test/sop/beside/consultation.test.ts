// Advice (reading 24): whom one may ask, until when, and what rings.
import { expect, test } from 'vitest';
import {
  consultationClock,
  consultationId,
  consultationLimitOf,
  mayBeAsked,
  rungOf,
} from '../../../sop/beside/consultation.ts';
import type { Office } from '../../../sop/offices.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { spreadMs } from '../../../sop/time/spread.ts';
import { agency, echelon1, national, upt } from '../../support/walks/small-ministry.ts';

const other: Office = { ...agency, id: 'lain', name: 'Lain' };
const otherUnit: Office = { ...echelon1, id: 'unit-lain', name: 'Unit lain', parentId: 'lain' };
const ladder = {
  national: [national],
  agency: [agency, national],
  echelon1: [echelon1, agency, national],
  upt: [upt, echelon1, agency, national],
  other: [other, national],
  otherUnit: [otherUnit, other, national],
};

test.each<[asker: keyof typeof ladder, asked: keyof typeof ladder, may: boolean]>([
  ['agency', 'upt', true],
  ['upt', 'agency', true],
  ['echelon1', 'upt', true],
  ['echelon1', 'echelon1', false],
  ['echelon1', 'otherUnit', false],
  ['agency', 'other', false],
  ['agency', 'national', false],
  ['national', 'otherUnit', true],
  ['national', 'agency', true],
  ['national', 'national', false],
])('%s asks %s: %s', (asker, asked, may) => {
  expect(mayBeAsked(ladder[asked], ladder[asker])).toBe(may);
});

test('whose place in the tree is not known neither asks nor is asked', () => {
  for (const [asked, asker] of [
    [[], ladder.agency],
    [ladder.agency, []],
    [[], [national]],
    // Of no agency, both.
    [[upt], [echelon1]],
  ])
    expect(mayBeAsked(asked ?? [], asker ?? [])).toBe(false);
});

test('is known by the report’s number and its own', () => {
  expect(consultationId('LAP-2026-000001', 2)).toBe('LAP-2026-000001-K2');
});

test('has two working days in the zone of who is asked, a warning at 75 % of them, and rings each once', () => {
  const limit = consultationLimitOf(policies.sop);
  expect(limit).toEqual({ workingDays: 2 });
  // Friday 20 November 2026, 10:00 WIB: to Tuesday's close in Makassar, an hour earlier than in Jakarta.
  const from = '2026-11-20T03:00:00.000Z';
  const at = { zone: 'Asia/Makassar', calendar: shippedCalendar } as const;
  const clock = consultationClock(limit, from, 0.75, at);
  expect(clock.due).toBe('2026-11-24T08:00:00.000Z');
  // 4 of Friday's hours, 7.5 of Monday's and of Tuesday's: 14.25 of the 19 end on Tuesday at 10:15.
  expect(clock.warnAt).toBe('2026-11-24T02:15:00.000Z');
  const number = 'LAP-2026-000001';
  const spread = (iso: string) => new Date(Date.parse(iso) + spreadMs(number)).toISOString();
  const asked = { ...clock, number, limit, warned: false, late: false };
  expect(rungOf(asked, from)).toEqual({
    ring: undefined,
    next: { kind: 'warn', at: spread(clock.warnAt) },
  });
  expect(rungOf(asked, spread(clock.warnAt))).toEqual({
    ring: 'consultation-warned',
    next: { kind: 'breach', at: spread(clock.due) },
  });
  const warned = { ...asked, warned: true };
  expect(rungOf(warned, clock.due)).toEqual({
    ring: undefined,
    next: { kind: 'breach', at: spread(clock.due) },
  });
  expect(rungOf(warned, spread(clock.due))).toEqual({ ring: 'consultation-late', next: null });
  // Of rungs that are past already only the last one.
  expect(rungOf(asked, '2026-12-01T00:00:00.000Z').ring).toBe('consultation-late');
  expect(rungOf({ ...warned, late: true }, '2026-12-01T00:00:00.000Z')).toEqual({
    ring: undefined,
    next: null,
  });
});

test('a limit in seconds warns by the clock and is not spread', () => {
  const clock = consultationClock({ seconds: 100 }, '2026-11-21T00:00:00.000Z', 0.75, {
    zone: 'Asia/Jakarta',
    calendar: shippedCalendar,
  });
  expect(clock).toEqual({ due: '2026-11-21T00:01:40.000Z', warnAt: '2026-11-21T00:01:15.000Z' });
});

test('a limit in days warns by the clock, too', () => {
  const clock = consultationClock({ days: 2 }, '2026-11-20T03:00:00.000Z', 0.75, {
    zone: 'Asia/Makassar',
    calendar: shippedCalendar,
  });
  // From Friday 11:00 to the end of Sunday in Makassar: a second less than 61 hours.
  expect(clock).toEqual({ due: '2026-11-22T15:59:59.000Z', warnAt: '2026-11-22T00:44:59.250Z' });
});
