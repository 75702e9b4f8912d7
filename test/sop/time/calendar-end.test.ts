// reading 30: where the calendar ends: the first year without decreed days that now and the longest limit reach.
import { expect, test } from 'vitest';
import { policies, type Policy } from '../../../sop/policy/policy.ts';
import { type Calendar, decreedYears } from '../../../sop/time/calendar.ts';
import { calendarEnd, isProvisional, needsDecree } from '../../../sop/time/calendar-end.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';
import { by, filed } from '../../support/walks/walk.ts';

const { sop } = policies;
/** Its longest limit that needs office hours is this one. */
const longest = (limit: Policy['completion'], more: Partial<Policy> = {}): Policy => ({
  ...sop,
  whole: { ...sop.whole, oversight: limit },
  ...more,
});
const yearOf = (policy: Policy, now: string, calendar: Calendar = shippedCalendar) =>
  calendarEnd(policy, calendar, now)?.year;
const decreed = (...dates: string[]): Calendar => ({
  ...shippedCalendar,
  days: new Map([
    ...shippedCalendar.days,
    ...dates.map((date) => [date, { name: 'Tahun Baru', kind: 'libur nasional' }] as const),
  ]),
});

test('sixty working days reach the year after from the beginning of October on', () => {
  expect(calendarEnd(sop, shippedCalendar, '2027-09-01T02:00:00.000Z')).toBeUndefined();
  expect(calendarEnd(sop, shippedCalendar, '2027-10-15T02:00:00.000Z')).toEqual({
    year: 2028,
    until: '2028-01-10T09:00:00.000Z',
  });
  // In that year itself all the more; in WIB it begins at 17:00 UTC.
  expect(yearOf(longest({ officeMinutes: 1 }), '2027-12-31T16:59:00.000Z')).toBe(2028);
  expect(yearOf(sop, '2028-06-01T02:00:00.000Z')).toBe(2028);
});

test('the first of them is said, and the next one once it is decreed', () => {
  const now = '2027-10-15T02:00:00.000Z';
  const long = longest({ workingDays: 600 });
  expect(yearOf(long, now)).toBe(2028);
  expect(yearOf(long, now, decreed('2028-01-01'))).toBe(2029);
  expect(yearOf(sop, now, decreed('2028-01-01'))).toBeUndefined();
  // A year left out in between counts like one beyond.
  expect(yearOf(long, now, decreed('2029-01-01'))).toBe(2028);
});

test('any limit may be the longest: of a row by kind, of respon awal, completion, advice, a whole that is extended', () => {
  const now = '2027-07-01T02:00:00.000Z';
  const far = { workingDays: 150 };
  const short = longest({ workingDays: 5 });
  expect(yearOf(short, now)).toBeUndefined();
  const long: Partial<Policy>[] = [
    { rows: { ...sop.rows, 8: { default: { workingDays: 3 }, informasi: far } } },
    { rows: { ...sop.rows, 2: far } },
    { firstResponse: { limit: far, from: 'agency' } },
    { firstResponse: far },
    { completion: far },
    { consultation: far },
    { rejection: far },
    { whole: { ...sop.whole, aspirasi: far } },
    {
      whole: { ...sop.whole, informasi: { workingDays: 80 } },
      extensions: { informasi: { workingDays: 70 } },
    },
    // Counted in days until it is extended; and the row is extended as the whole is.
    { whole: { ...sop.whole, informasi: { days: 170 } }, extensions: { informasi: { workingDays: 20 } } },
    {
      rows: { ...sop.rows, 10: { default: { workingDays: 3 }, informasi: { workingDays: 80 } } },
      extensions: { informasi: { workingDays: 70 } },
    },
  ];
  for (const more of long) expect([more, yearOf({ ...short, ...more }, now)]).toEqual([more, 2028]);
  expect(yearOf({ ...short, extensions: { informasi: { workingDays: 70 } } }, now)).toBeUndefined();
  // Nobody extends at that row.
  const atRow7 = { default: { workingDays: 3 }, informasi: { workingDays: 80 } };
  const extensions = { informasi: { workingDays: 70 } };
  expect(yearOf({ ...short, rows: { ...sop.rows, 7: atRow7 }, extensions }, now)).toBeUndefined();
  // What a policy leaves out reaches nowhere.
  const { consultation: _, rejection: __, ...bare } = short;
  const rows = { ...sop.rows, 8: { default: { workingDays: 3 }, informasi: undefined } };
  expect(yearOf({ ...bare, rows }, now)).toBeUndefined();
});

test('calendar days and seconds need no decree', () => {
  const now = '2027-12-01T02:00:00.000Z';
  for (const limit of [{ days: 365 }, { seconds: 9_000_000 }])
    expect(yearOf(longest(limit), now)).toBeUndefined();
});

test('a deadline that was reckoned so is provisional until all its years are decreed', () => {
  const walk = by(filed('2027-12-20T02:00:00.000Z'), national, 'dispose', { target: agency });
  const { row, whole } = walk.case.clocks;
  expect([row?.provisional, whole?.provisional]).toEqual([undefined, true]);
  expect([row, whole, undefined].map((clock) => isProvisional(clock, shippedCalendar))).toEqual([
    false,
    true,
    false,
  ]);
  expect(isProvisional(whole, decreed('2028-01-01'))).toBe(false);
  expect(isProvisional(whole, decreed('2029-01-01'))).toBe(true);
});

test('an end needs a decree where its years have none, and it is counted in what is worked', () => {
  const needs = (limit: Policy['completion'], due: string) =>
    needsDecree(limit, '2027-12-20T02:00:00.000Z', due, shippedCalendar);
  const [within, beyond] = ['2027-12-31T09:00:00.000Z', '2028-01-04T09:00:00.000Z'];
  expect([within, beyond].map((due) => needs({ workingDays: 9 }, due))).toEqual([false, true]);
  expect([within, beyond].map((due) => needs({ days: 11 }, due))).toEqual([false, false]);
});

test('the years that are decreed come in order, whatever the order of their days', () => {
  const days = ['2030-01-01', '2028-01-01', '2029-01-01', '2028-12-25'].map(
    (date) => [date, { name: 'Libur', kind: 'libur nasional' }] as const,
  );
  expect(decreedYears({ ...shippedCalendar, days: new Map(days) })).toEqual([2028, 2029, 2030]);
});
