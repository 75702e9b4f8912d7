// Deadlines against cases counted by hand on the printed calendar (readings 1, 2, 11, 15, 16), and what holds for all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockFor, deadlineOf, reckon, resumedDeadline } from '../../../sop/time/deadline.ts';
import { remaining } from '../../../sop/time/remaining.ts';
import {
  addOfficeMs,
  closeOfWorkingDay,
  officeMsBetween,
  workingDaysBetween,
} from '../../../sop/time/office-time.ts';
import type { Zone } from '../../../sop/offices.ts';
import { policies } from '../../../sop/policy/policy.ts';
import type { Limit } from '../../../sop/terms.ts';
import { numberOfWalks, rings } from '../../support/walks/walk.ts';
import { shippedCalendar as calendar } from '../../../sop/time/shipped-calendar.ts';

const days = (workingDays: number): Limit => ({ workingDays });
const minutes = (officeMinutes: number): Limit => ({ officeMinutes });
const [WIB, WITA, WIT]: Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

describe('counted by hand', () => {
  test.each<[string, Limit, string, Zone | undefined, string]>([
    // Working days end at the close of the Nth: 16:00, on Friday 16:30.
    [
      '3 days from Monday morning: Thursday',
      days(3),
      '2026-11-23T10:00+07:00',
      WIB,
      '2026-11-26T16:00+07:00',
    ],
    [
      '3 days from Tuesday: Friday closes later',
      days(3),
      '2026-11-24T10:00+07:00',
      WIB,
      '2026-11-27T16:30+07:00',
    ],
    ['from Saturday: Monday is the first', days(1), '2026-11-21T10:00+07:00', WIB, '2026-11-23T16:00+07:00'],
    ['half past midnight is that day', days(1), '2026-11-24T00:30+07:00', WIB, '2026-11-25T16:00+07:00'],
    ['in WIT, from Friday night', days(3), '2026-11-20T23:30+09:00', WIT, '2026-11-25T16:00+09:00'],
    ['14 days (pengaduan): 4 + 5 + 5', days(14), '2026-11-30T10:00+07:00', WIB, '2026-12-18T16:30+07:00'],
    ['over cuti bersama and Natal', days(3), '2026-12-22T09:00+07:00', WIB, '2026-12-29T16:00+07:00'],
    [
      '10 days (SOP 11) over Natal and New Year',
      days(10),
      '2026-12-16T09:00+07:00',
      WIB,
      '2027-01-04T16:00+07:00',
    ],
    [
      'over Nyepi, Idul Fitri and their cuti bersama',
      days(3),
      '2026-03-16T10:00+07:00',
      WIB,
      '2026-03-26T16:00+07:00',
    ],
    [
      'over the cuti bersama decreed in August 2025',
      days(1),
      '2025-08-15T10:00+07:00',
      WIB,
      '2025-08-19T16:00+07:00',
    ],
    ['in Ramadan the day closes at 15:00', days(1), '2026-02-23T10:00+07:00', WIB, '2026-02-24T15:00+07:00'],
    // Minutes are of office hours, in the office's own zone.
    ['60 minutes from 22:00', minutes(60), '2026-11-23T22:00+07:00', WIB, '2026-11-24T08:30+07:00'],
    [
      'the same instant for an office in WITA',
      minutes(60),
      '2026-11-23T22:00+07:00',
      WITA,
      '2026-11-24T08:30+08:00',
    ],
    [
      'the same instant for an office in WIT',
      minutes(60),
      '2026-11-23T22:00+07:00',
      WIT,
      '2026-11-24T08:30+09:00',
    ],
    ['within the morning', minutes(60), '2026-11-23T09:10+07:00', WIB, '2026-11-23T10:10+07:00'],
    ['over the break', minutes(60), '2026-11-23T11:30+07:00', WIB, '2026-11-23T13:30+07:00'],
    ['over Friday’s longer break', minutes(60), '2026-11-27T11:15+07:00', WIB, '2026-11-27T13:45+07:00'],
    ['from Friday afternoon to Monday', minutes(60), '2026-11-27T16:00+07:00', WIB, '2026-11-30T08:00+07:00'],
    [
      'from before cuti bersama to after Natal',
      minutes(60),
      '2026-12-23T15:30+07:00',
      WIB,
      '2026-12-28T08:00+07:00',
    ],
    [
      'in Ramadan, to the next morning at 08:00',
      minutes(60),
      '2026-02-25T14:30+07:00',
      WIB,
      '2026-02-26T08:30+07:00',
    ],
    [
      'exactly to the close is that close',
      minutes(60),
      '2026-11-23T15:00+07:00',
      WIB,
      '2026-11-23T16:00+07:00',
    ],
    // Drills.
    ['seconds are seconds', { seconds: 30 }, '2026-11-22T03:00+07:00', WIB, '2026-11-22T03:00:30+07:00'],
  ])('%s', (_, limit, from, zone = 'Asia/Jakarta', due) => {
    expect(deadlineOf(limit, from, zone, calendar)).toBe(new Date(due).toISOString());
  });

  test.each<[string, Limit, { due: string; pausedAt: string }, string, string]>([
    [
      'two of three days were left: they count from when it goes on',
      days(3),
      { due: '2026-11-26T16:00+07:00', pausedAt: '2026-11-24T10:00+07:00' },
      '2026-12-02T10:00+07:00',
      '2026-12-04T16:30+07:00',
    ],
    [
      '45 of 60 minutes were left',
      minutes(60),
      { due: '2026-11-23T13:30+07:00', pausedAt: '2026-11-23T11:45+07:00' },
      '2026-11-24T15:30+07:00',
      '2026-11-25T07:45+07:00',
    ],
    [
      'on its last day: the day it goes on is the last',
      days(3),
      { due: '2026-11-26T16:00+07:00', pausedAt: '2026-11-26T10:00+07:00' },
      '2026-12-01T09:00+07:00',
      '2026-12-01T16:00+07:00',
    ],
    [
      'missed before the stop stays missed',
      days(3),
      { due: '2026-11-26T16:00+07:00', pausedAt: '2026-11-27T10:00+07:00' },
      '2026-12-01T09:00+07:00',
      '2026-11-26T16:00+07:00',
    ],
    [
      'its last day is no working day any more: nothing was left of it',
      days(3),
      { due: '2026-11-29T16:00+07:00', pausedAt: '2026-11-29T10:00+07:00' },
      '2026-12-01T09:00+07:00',
      '2026-11-29T16:00+07:00',
    ],
    [
      'seconds of a drill are left by night as well',
      { seconds: 30 },
      { due: '2026-11-22T03:00:30+07:00', pausedAt: '2026-11-22T03:00:10+07:00' },
      '2026-11-22T04:00:00+07:00',
      '2026-11-22T04:00:20+07:00',
    ],
  ])('reading 11: %s', (_, limit, stopped, resumedAt, due) => {
    const iso = (at: string) => new Date(at).toISOString();
    const given = { due: iso(stopped.due), pausedAt: iso(stopped.pausedAt) };
    expect(resumedDeadline(limit, given, iso(resumedAt), 'Asia/Jakarta', calendar)).toBe(iso(due));
  });

  // 3 days from Monday 10:00, stopped from Tuesday 10:00 to Wednesday noon: used up on Monday 30 at 09:30, due at the close.
  test.each([
    ['11:00', 'four hours of that day are left'],
    ['09:30', 'the rest of that day, from the minute it is used up'],
  ])('reading 11: stopped again on its last day at %s, %s', (time) => {
    const iso = (at: string) => new Date(at).toISOString();
    const once = { from: iso('2026-11-24T10:00+07:00'), to: iso('2026-11-25T12:30+07:00') };
    const again = { from: iso(`2026-11-30T${time}+07:00`), to: iso('2026-12-02T09:00+07:00') };
    const due = (...pauses: { from: string; to: string }[]) =>
      reckon(
        { clock: 'row', step: 2, officeId: 'n', from: iso('2026-11-23T10:00+07:00'), pauses },
        { policy: policies.sop, calendar, zone: 'Asia/Jakarta' },
      ).due;
    expect(due(once)).toBe(iso('2026-11-30T16:00+07:00'));
    expect(due(once, again)).toBe(iso('2026-12-02T16:00+07:00'));
  });

  test.each<[string, Limit, string[]]>([
    ['office minutes', { officeMinutes: 45 }, ['23T03:45', '23T04:30']],
    ['days', { days: 2 }, ['25T16:59', '27T16:59']],
  ])('reading 15: an alert that climbs by %s climbs by as many each time', (_, escalateEvery, wanted) => {
    const { rungs } = clockFor(
      { clock: 'row', step: 3, officeId: 'a', from: '2026-11-23T02:00:00.000Z' },
      {
        number: numberOfWalks,
        policy: { ...policies.sop, escalateEvery },
        policyVersion: 1,
        calendar,
        zone: 'Asia/Jakarta',
        ladder: ['u', 'e', 'a', 'n'],
      },
    );
    // 60 minutes from 09:00, then as many more; a day ends at 23:59.
    expect(rungs.slice(0, 2).map(({ at }) => at.slice(8, 16))).toEqual(['23T02:45', '23T03:00']);
    expect(rungs.slice(2).map(({ at }) => at.slice(8, 16))).toEqual(wanted);
  });

  test('reading 15: warned at 75 % of the office time, then one office higher each working day', () => {
    const clock = clockFor(
      // Monday at the close: 22.5 office hours to Thursday 16:00, of which 16 h 52 min 30 s pass by Thursday 09:22:30.
      { clock: 'row', step: 8, officeId: 'e', from: '2026-11-23T09:00:00.000Z' },
      {
        number: numberOfWalks,
        policy: policies.sop,
        policyVersion: 1,
        calendar,
        zone: 'Asia/Jakarta',
        ladder: ['u', 'e', 'a', 'n'],
      },
    );
    expect(clock.due).toBe('2026-11-26T09:00:00.000Z');
    expect(clock.rungs).toEqual([
      { kind: 'warn', at: rings('2026-11-26T02:22:30.000Z'), officeIds: ['u'] },
      { kind: 'breach', at: rings('2026-11-26T09:00:00.000Z'), officeIds: ['u', 'e'] },
      { kind: 'escalation', at: rings('2026-11-27T09:30:00.000Z'), officeIds: ['a'] },
      { kind: 'escalation', at: rings('2026-11-30T09:00:00.000Z'), officeIds: ['n'] },
    ]);
  });

  test('reading 13: what remains, in office minutes and working days; negative when late', () => {
    const due = '2026-11-26T09:00:00.000Z';
    const left = (now: string) => remaining(now, due, 'Asia/Jakarta', calendar);
    expect(left('2026-11-26T08:00:00.000Z')).toMatchObject({ minutes: 60, workingDays: 0 });
    expect(left('2026-11-24T03:00:00.000Z')).toMatchObject({ minutes: 300 + 450 + 450, workingDays: 2 });
    expect(left('2026-11-30T01:00:00.000Z')).toMatchObject({ minutes: -(450 + 30), workingDays: -2 });
    expect(left(due)).toEqual({ minutes: 0, workingDays: 0, span: { days: 0, minutes: 0 } });
  });

  test('said as people do: working days as long as each is, and office minutes besides', () => {
    const span = (now: string, due: string) => remaining(now, due, 'Asia/Jakarta', calendar).span;
    // From the evening over a Friday with its own break and a weekend; from within the break.
    expect(span('2026-11-25T15:00:00Z', '2026-11-30T09:00:00Z')).toEqual({ days: 3, minutes: 0 });
    expect(span('2026-11-27T05:00:00Z', '2026-11-27T09:30:00Z')).toEqual({ days: 0, minutes: 210 });
    expect(span('2026-11-25T08:30:00Z', '2026-11-26T01:00:00Z')).toEqual({ days: 0, minutes: 60 });
    // A holiday between; late by a day and the hour since.
    expect(span('2026-12-24T01:00:00Z', '2026-12-28T09:00:00Z')).toMatchObject({ days: 1 });
    expect(span('2026-11-30T01:30:00Z', '2026-11-26T09:00:00Z')).toEqual({ days: 1, minutes: 60 });
    // From the minute that offices open to the minute they close.
    expect(span('2026-11-26T00:30:00Z', '2026-11-26T09:00:00Z')).toEqual({ days: 1, minutes: 0 });
    // Into Ramadan: three shorter days are three days still.
    expect(span('2026-02-17T09:00:00Z', '2026-02-20T08:30:00Z')).toEqual({ days: 3, minutes: 0 });
  });
});

test('a day is whole from its first hour to its last, with a break, without one or with two', () => {
  const of = (...spans: [string, string][]) => ({
    days: new Map(),
    hours: [{ name: 'Jam', from: '2026-01-01', to: '2026-12-31', week: { 4: spans } }],
  });
  const span = (to: string, ...spans: [string, string][]) =>
    remaining('2026-11-26T08:00+07:00', `2026-11-26T${to}+07:00`, 'Asia/Jakarta', of(...spans)).span;
  expect(span('11:00', ['08:00', '15:00'])).toEqual({ days: 0, minutes: 180 });
  expect(span('15:00', ['08:00', '15:00'])).toEqual({ days: 1, minutes: 0 });
  const twice: [string, string][] = [
    ['08:00', '10:00'],
    ['11:00', '12:00'],
    ['13:00', '15:00'],
  ];
  expect(span('12:00', ...twice)).toEqual({ days: 0, minutes: 180 });
  expect(span('15:00', ...twice)).toEqual({ days: 1, minutes: 0 });
});

describe('for all', () => {
  const zone = fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
  const instant = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map((date) => date.getTime());
  const limit = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(days),
    fc.integer({ min: 1, max: 5_000 }).map(minutes),
  );

  test('who starts later is never due earlier', () => {
    fc.assert(
      fc.property(limit, instant, fc.integer({ min: 0, max: 30 * 86_400_000 }), zone, (l, from, more, z) => {
        const due = (at: number) => Date.parse(deadlineOf(l, new Date(at).toISOString(), z, calendar));
        expect(due(from + more)).toBeGreaterThanOrEqual(due(from));
      }),
    );
  });

  test('a deadline lies in office time: the instant before it is worked', () => {
    fc.assert(
      fc.property(limit, instant, zone, (l, from, z) => {
        const due = Date.parse(deadlineOf(l, new Date(from).toISOString(), z, calendar));
        expect(due).toBeGreaterThan(from);
        expect(officeMsBetween(calendar, z, due - 1, due)).toBe(1);
      }),
    );
  });

  test('office time added is office time passed, and N working days are N', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 400 }), zone, (from, n, z) => {
        const ms = n * 60_000;
        expect(officeMsBetween(calendar, z, from, addOfficeMs(calendar, z, from, ms))).toBe(ms);
        const close = closeOfWorkingDay(calendar, z, from, (n % 60) + 1);
        expect(workingDaysBetween(calendar, z, from, close)).toBe((n % 60) + 1);
      }),
    );
  });

  test('a holiday more never brings a deadline forward', () => {
    fc.assert(
      fc.property(limit, instant, fc.integer({ min: 0, max: 60 }), zone, (l, from, ahead, z) => {
        const date = new Date(from + ahead * 86_400_000).toISOString().slice(0, 10);
        const decreed = {
          ...calendar,
          days: new Map([...calendar.days, [date, { name: 'Baru', kind: 'cuti bersama' }]]),
        };
        const start = new Date(from).toISOString();
        const [before, after] = [calendar, decreed].map((c) => Date.parse(deadlineOf(l, start, z, c)));
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});
