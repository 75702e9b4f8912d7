// Dates, numbers, spans and standings as people read them.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Standing, standingOf } from '../../web/src/office/deadline.tsx';
import { limitWords, spanBriefly, spanWords } from '../../web/src/office/working-time.ts';
import { filled } from '../../web/src/oversight/trend/periods.ts';
import { formatsOf } from '../../web/src/texts/format.ts';
import { words as english } from '../../web/src/texts/en/office/words.ts';
import { words } from '../../web/src/texts/id/office/words.ts';
import { officeFormatsOf } from '../../web/src/texts/office-format.ts';

test.each([
  ['2026-11-26T16:00:00+07:00', 'Kam, 26 Nov 2026, 16.00 WIB', '26 Nov, 16.00'],
  ['2026-11-26T16:00:00+08:00', 'Kam, 26 Nov 2026, 16.00 WITA', '26 Nov, 16.00'],
  ['2026-11-26T00:30:00+09:00', 'Kam, 26 Nov 2026, 00.30 WIT', '26 Nov, 00.30'],
])('%s is told in the zone of its office, wherever the browser is', (at, moment, brief) => {
  const format = officeFormatsOf('id-ID');
  expect([format.moment(at), format.brief(at)]).toEqual([moment, brief]);
  // A zone has one name in both languages.
  expect(officeFormatsOf('en-GB').moment(at)).toMatch(new RegExp(`${moment.split(' ').at(-1)}$`));
});

test('numbers and sizes are written as the language does', () => {
  const [indonesian, british] = [formatsOf('id-ID'), formatsOf('en-GB')];
  expect([indonesian.number(1234.56), british.number(1234.56)]).toEqual(['1.234,6', '1,234.6']);
  expect([1, 999_999, 1_234_567].map(indonesian.bytes)).toEqual(['1 kB', '1.000 kB', '1,2 MB']);
});

test.each([
  [{ days: 2, minutes: 185 }, '2 hari kerja 3 jam', '2 hari kerja'],
  [{ days: 1, minutes: 59 }, '1 hari kerja', '1 hari kerja'],
  [{ days: 0, minutes: 61 }, '1 jam 1 menit kerja', '1 jam kerja'],
  [{ days: 0, minutes: 59 }, '59 menit kerja', '59 menit kerja'],
  [{ days: 0, minutes: 0.4 }, 'kurang dari 1 menit kerja', '<1 menit'],
])('a span of %o', (span, indonesian, inRow) => {
  expect(spanWords(span, words.time)).toBe(indonesian);
  expect(spanBriefly(span, words.time)).toBe(inRow);
});

test('a limit is told in its own unit', () => {
  expect(limitWords({ officeMinutes: 60 }, words.time)).toBe('60 menit kerja');
  expect(limitWords({ workingDays: 3 }, words.time)).toBe('3 hari kerja');
  expect(limitWords({ days: 5 }, words.time)).toBe('5 hari kalender');
  expect(limitWords({ seconds: 2 }, english.time)).toBe('2 seconds');
});

describe('how a report stands with its deadline', () => {
  const now = new Date('2026-11-26T08:00:00Z');
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());
  const deadline = '2026-11-26T16:00:00+07:00';
  const remaining = { stepSpan: null, stepMinutes: null, totalDays: null } as never;
  test.each<[Standing, Partial<Parameters<typeof standingOf>[0]>]>([
    ['fine', { warnAt: '2026-11-26T15:00:01+07:00' }],
    ['soon', { warnAt: '2026-11-26T15:00:00+07:00' }],
    ['late', { overdue: true, warnAt: '2026-11-26T08:00:00+07:00' }],
    ['paused', { status: 'awaiting-completion', overdue: true }],
    ['closing', { status: 'answered', overdue: true }],
    ['none', { deadline: null }],
    ['rejected', { status: 'rejected', overdue: true }],
    ['rejected', { status: 'rejected', deadline: null, endedAt: null }],
    ['ended', { status: 'rejected', deadline: null, endedAt: deadline }],
    ['ended', { status: 'withdrawn', overdue: true }],
  ])('%s', (standing, how) => {
    const report = {
      status: 'in-process',
      deadline,
      warnAt: null,
      overdue: false,
      holder: { name: 'UPT', level: 'upt' },
      remaining,
      ...how,
    } as const;
    expect(standingOf(report)).toBe(standing);
  });
});

test('a quiet week or month is seen as one, across the turn of a year of 53 weeks', () => {
  const figure = (period: string) => ({ period, received: 1, answered: 1, ended: 1 });
  const periods = (first: string, last: string, unit: 'weeks' | 'months', most = 9) =>
    filled([figure(first), figure(last)], unit, most).map(({ period, received }) => `${period}:${received}`);
  expect(periods('2026-W52', '2027-W02', 'weeks')).toEqual([
    '2026-W52:1',
    '2026-W53:0',
    '2027-W01:0',
    '2027-W02:1',
  ]);
  expect(periods('2026-11', '2027-02', 'months', 3)).toEqual(['2026-12:0', '2027-01:0', '2027-02:1']);
  expect(filled([], 'weeks', 3)).toEqual([]);
});
