// The edges of office time: nothing to add, no working day at all, days closed, instants in words (readings 1, 2, 16).
import { expect, test } from 'vitest';
import { backlogDaysOf, mailsPerDay, policies } from '../../../sop/policy/policy.ts';
import type { Calendar } from '../../../sop/time/calendar.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import type { Limit } from '../../../sop/terms.ts';
import { localTime, localTimeInWords } from '../../../sop/time/local-time.ts';
import { addOfficeMs, closeOfWorkingDay } from '../../../sop/time/office-time.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

test('an instant in words of a zone', () => {
  const end = '2026-11-30T17:05:30.000Z';
  const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
  expect(zones.map((zone) => localTime(end, zone))).toEqual([
    '2026-12-01 00:05 WIB',
    '2026-12-01 01:05 WITA',
    '2026-12-01 02:05 WIT',
  ]);
  expect(zones.map((zone) => localTimeInWords(end, zone))).toEqual([
    { id: '1 Desember 2026 pukul 00.05 WIB', en: '1 December 2026 at 00:05 WIB' },
    { id: '1 Desember 2026 pukul 01.05 WITA', en: '1 December 2026 at 01:05 WITA' },
    { id: '1 Desember 2026 pukul 02.05 WIT', en: '1 December 2026 at 02:05 WIT' },
  ]);
});

test('nothing added is nowhere else, also outside office hours', () => {
  const night = at('2026-11-28T20:00:00.000Z');
  expect(addOfficeMs(shippedCalendar, 'Asia/Jakarta', night, 0)).toBe(night);
  expect(addOfficeMs(shippedCalendar, 'Asia/Jakarta', night, -hour)).toBe(night);
  // At the close there is nothing left of the day: the next one gives it.
  const close = at('2026-11-30T09:00:00.000Z');
  expect(addOfficeMs(shippedCalendar, 'Asia/Jakarta', close, hour)).toBe(at('2026-12-01T01:30:00.000Z'));
});

test('a calendar without a working day is an error, and no endless search', () => {
  const never: Calendar = { days: new Map(), hours: [] };
  const message = /no working day within twenty years/;
  expect(() => closeOfWorkingDay(never, 'Asia/Jakarta', at('2026-11-02T02:00:00Z'), 1)).toThrow(message);
  expect(() => addOfficeMs(never, 'Asia/Jakarta', at('2026-11-02T02:00:00Z'), hour)).toThrow(message);
});

test('the hours of the shortest span that covers a day count, its last day included; of two as short the first', () => {
  const week = (from: string, to: string) =>
    Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [[from, to]] as const]));
  const span = (name: string, from: string, to: string, hours: [string, string]) => ({
    name,
    from,
    to,
    week: week(...hours),
  });
  const calendar: Calendar = {
    days: new Map(),
    hours: [
      span('Ramadan', '2026-11-02', '2026-11-06', ['08:00', '15:00']),
      span('Pekan olahraga', '2026-11-05', '2026-11-09', ['08:00', '14:00']),
      span('Tahun', '2026-01-01', '2026-12-31', ['08:00', '16:00']),
    ],
  };
  const closes = (day: string) =>
    new Date(closeOfWorkingDay(calendar, 'Asia/Jakarta', at(`${day}T12:00:00Z`), 1)).toISOString();
  expect(closes('2026-11-01')).toBe('2026-11-02T08:00:00.000Z');
  expect(closes('2026-11-05')).toBe('2026-11-06T08:00:00.000Z');
  expect(closes('2026-11-06')).toBe('2026-11-09T07:00:00.000Z');
  expect(closes('2026-11-09')).toBe('2026-11-10T09:00:00.000Z');
});

test('what a policy leaves out: five years of backlog, five mails a day and thirty', () => {
  expect([backlogDaysOf(policies.sop), backlogDaysOf({ ...policies.sop, backlogDays: 7 })]).toEqual([
    1826, 7,
  ]);
  expect(mailsPerDay(policies.sop)).toEqual({ unconfirmed: 5, confirmed: 30 });
  const own = { unconfirmed: 1, confirmed: 2 };
  expect(mailsPerDay({ ...policies.sop, mailsPerDay: own })).toEqual(own);
});

test('reading 30: what needs a year without decreed days is provisional, until it is decreed', () => {
  const clock = (limit: Limit, calendar: Calendar = shippedCalendar, more: { extension?: Limit } = {}) =>
    clockFor(
      { clock: 'row', step: 4, officeId: 'a', from: '2027-12-20T02:00:00.000Z', ...more },
      {
        number: 'LAP-2027-000001',
        policy: { ...policies.sop, rows: { ...policies.sop.rows, 4: limit } },
        policyVersion: 1,
        calendar,
        zone: 'Asia/Jakarta',
        ladder: ['a'],
      },
    );
  const days = new Map([
    ...shippedCalendar.days,
    ['2028-01-01', { name: 'Tahun Baru', kind: 'libur nasional' }],
  ]);
  expect(clock({ workingDays: 14 }).provisional).toBe(true);
  expect(clock({ officeMinutes: 9_000 }).provisional).toBe(true);
  expect(clock({ workingDays: 3 })).not.toHaveProperty('provisional');
  expect(clock({ workingDays: 14 }, { ...shippedCalendar, days })).not.toHaveProperty('provisional');
  // Calendar days and seconds are the same whatever is decreed.
  for (const limit of [{ days: 30 }, { seconds: 3_000_000 }])
    expect(clock(limit)).not.toHaveProperty('provisional');
  // Until they are extended by working days.
  const extended = (extension: Limit) => clock({ days: 14 }, shippedCalendar, { extension }).provisional;
  expect([extended({ workingDays: 7 }), extended({ days: 7 })]).toEqual([true, undefined]);
});
