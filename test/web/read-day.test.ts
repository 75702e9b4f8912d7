// Days and times as people write them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOrWords, readDay } from '../../web/src/shared/days/read-day.ts';
import { timeOrWords } from '../../web/src/shared/days/read-time.ts';
import { asWritten } from '../../web/src/shared/days/written.ts';

const today = '2026-11-27';

test.each([
  ['12/11/2026', '2026-11-12'],
  ['1/2/2026', '2026-02-01'],
  [' 12-11-2026 ', '2026-11-12'],
  ['12.11.26', '2026-11-12'],
  ['12 11 2026', '2026-11-12'],
  ['2026-11-12', '2026-11-12'],
  ['12 November 2026', '2026-11-12'],
  ['Kamis, 12 november 2026', '2026-11-12'],
  ['Jum’at 12 Nov', undefined],
  ['12 Nov. 2026', '2026-11-12'],
  ['17 Agustus 2026', '2026-08-17'],
  ['17 August 2026', '2026-08-17'],
  ['5 Mei 2026', '2026-05-05'],
  ['5 May 2026', '2026-05-05'],
  ['3 Okt 2026', '2026-10-03'],
  ['3 Desember', '2025-12-03'],
  ['3 September', '2026-09-03'],
  ['29 Februari 2024', '2024-02-29'],
  ['hari ini', today],
  ['Kemarin', '2026-11-26'],
  ['', null],
  ['tidak tahu', null],
  ['Lupa', null],
  ['-', null],
  ['11/13/2026', undefined],
  ['29/2/2026', undefined],
  ['31 April 2026', undefined],
  ['November 2026', undefined],
  ['12 Movember 2026', undefined],
  ['0/1/2026', undefined],
  ['12/11/202', undefined],
  ['12/11/2026/1', undefined],
  ['minggu lalu', undefined],
])('%j is %j', (written, day) => {
  expect(readDay(written, today)).toEqual(day === undefined ? { fault: 'day' } : { day });
});

test('what is still to come is none', () => {
  for (const written of ['28/11/2026', '1 Desember 2026', '2027-01-01'])
    expect(readDay(written, today)).toEqual({ fault: 'future' });
});

test('any day that was is read as it is written, and nothing else breaks it', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date(today), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const day = at.toISOString().slice(0, 10);
      expect(readDay(day.split('-').toReversed().join('/'), today)).toEqual({ day });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (written) => {
      const read = readDay(written, today);
      if ('day' in read && read.day) expect(read.day <= today).toBe(true);
    }),
  );
});

test('of a form’s field: days to come as well, and what is no day stays as it was typed', () => {
  expect(['25/12/2099', '2099-12-25', '25 Des 2099', '31/2/2026', ' besok ', ''].map(dayOrWords)).toEqual([
    '2099-12-25',
    '2099-12-25',
    '2099-12-25',
    '31/2/2026',
    'besok',
    '',
  ]);
  expect(['2099-12-25', '31/2/2026', ''].map(asWritten)).toEqual(['25/12/2099', '31/2/2026', '']);
});

test.each([
  ['07.30', '07:30'],
  ['7:30', '07:30'],
  [' 0730 ', '07:30'],
  ['730', '07:30'],
  ['pukul 16.00', '16:00'],
  ['Jam 9', '09:00'],
  ['23:59', '23:59'],
  ['24:00', '24:00'],
  ['7.60', '7.60'],
  ['4 pm', '4 pm'],
  ['', ''],
])('the time %s is %s', (typed, time) => {
  expect(timeOrWords(typed)).toBe(time);
});
