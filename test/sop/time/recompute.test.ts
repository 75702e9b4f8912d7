// reading 16: a decree after the fact moves what is open, by hand-counted cases; nothing else changes.
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../sop/case.ts';
import type { Calendar } from '../../../sop/time/calendar.ts';
import { reckon } from '../../../sop/time/deadline.ts';
import { policies } from '../../../sop/policy/policy.ts';
import type { Limit } from '../../../sop/terms.ts';
import { movesOf, recompute } from '../../../sop/recompute.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { agency, echelon1, national } from '../../support/walks/small-ministry.ts';
import { by, byReporter, filed, later, nextTimer } from '../../support/walks/walk.ts';

const monday = '2026-11-23T02:00:00.000Z';
const hour = 3_600_000;
const decreed = (...dates: string[]): Calendar => ({
  ...shippedCalendar,
  days: new Map([
    ...shippedCalendar.days,
    ...dates.map((date) => [date, { name: 'Cuti', kind: 'cuti bersama' }] as const),
  ]),
});
const movesBy = (c: Case, calendar: Calendar, policy = policies.sop) =>
  movesOf(c, policy, () => ({ calendar, zone: 'Asia/Jakarta' }));

describe('moves', () => {
  test('a day off on Wednesday moves row 2 from Thursday to Friday, which closes later', () => {
    const { case: c } = filed(monday);
    expect(movesBy(c, decreed('2026-11-25'))).toEqual([
      {
        number: c.number,
        clock: 'row',
        officeId: 'nasional',
        old: '2026-11-26T09:00:00.000Z',
        new: '2026-11-27T09:30:00.000Z',
        provisional: false,
      },
    ]);
    expect(movesBy(c, shippedCalendar)).toEqual([]);
    expect(movesBy(c, decreed('2026-12-02'))).toEqual([]);
  });

  test('every clock that runs: row, respon awal and the whole', () => {
    let walk = filed(monday, { agency });
    walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
    // Row 6 in 60 minutes stays on Monday; 3 days of respon awal and 14 of the whole (11 December) move by one.
    expect(movesBy(walk.case, decreed('2026-11-25')).map(({ clock, new: due }) => [clock, due])).toEqual([
      ['firstResponse', '2026-11-27T09:30:00.000Z'],
      ['whole', '2026-12-14T09:00:00.000Z'],
    ]);
  });

  test('another policy moves what it gives another limit', () => {
    const { case: c } = filed(monday);
    const quick = { ...policies.sop, rows: { ...policies.sop.rows, 2: { workingDays: 1 } } };
    expect(movesBy(c, shippedCalendar, quick).map(({ new: due }) => due)).toEqual([
      '2026-11-24T09:00:00.000Z',
    ]);
  });

  test('to where no days are decreed it moves provisionally, and firmly once they are (reading 30)', () => {
    const { case: c } = filed('2027-12-27T02:00:00.000Z');
    const slow = (limit: Limit) => ({ ...policies.sop, rows: { ...policies.sop.rows, 2: limit } });
    const ends = (limit: Limit, calendar = shippedCalendar) =>
      movesBy(c, calendar, slow(limit)).map(({ new: due, provisional }) => [due, provisional]);
    // Of 2027 one working day after Thursday the 30th is left.
    expect(ends({ workingDays: 4 })).toEqual([['2027-12-31T09:30:00.000Z', false]]);
    expect(ends({ workingDays: 5 })).toEqual([['2028-01-03T09:00:00.000Z', true]]);
    expect(ends({ workingDays: 5 }, decreed('2028-01-03'))).toEqual([['2028-01-04T09:00:00.000Z', false]]);
    expect(ends({ days: 9 })).toEqual([['2028-01-05T16:59:59.000Z', false]]);
  });

  test('a limit that was stopped is reckoned anew from its own beginning (reading 11)', () => {
    // Row 2 from Monday to Thursday; stopped on Tuesday with two days left; on again on Wednesday 2 December: Friday.
    const asked = by(later(filed(monday), 24 * hour), national, 'request-completion');
    const { case: c } = byReporter(later(asked, 8 * 24 * hour), 'completion');
    expect(c.clocks.row?.due).toBe('2026-12-04T09:30:00.000Z');
    const request = c.clocks.row?.request;
    if (!request) throw new Error('row 2 has no clock');
    const due = (...dates: string[]) =>
      reckon(request, { policy: policies.sop, calendar: decreed(...dates), zone: 'Asia/Jakarta' }).due;
    // A day off while it stood still, before its old end: that end moves, two days remain all the same.
    expect(due('2026-11-25')).toBe('2026-12-04T09:30:00.000Z');
    // A day off after it went on counts.
    expect(due('2026-12-03')).toBe('2026-12-07T09:00:00.000Z');
  });
});

describe('an entry', () => {
  test('holds the old deadlines, asks for the clocks from when they began, and decides nothing', () => {
    const { case: before } = filed(monday);
    const { next, entries } = recompute(before, 'Kalender 2026', '2026-11-24T02:00:00.000Z');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      type: 'recomputed',
      reason: 'Kalender 2026',
      moved: [{ clock: 'row', old: '2026-11-26T09:00:00.000Z' }],
      requests: [{ clock: 'row', step: 2, from: '2026-11-23T02:00:00.000Z', fired: 0 }],
    });
    expect(next.awaits).toEqual({ row: entries[0]?.seq });
    const { seq: _, awaits: __, ...same } = next;
    const { seq: ___, awaits: ____, ...was } = before;
    expect(same).toEqual(was);
  });

  test('keeps fired rungs fired (reading 15)', () => {
    const warned = nextTimer(filed(monday));
    const { entries } = recompute(warned?.case ?? filed(monday).case, 'x', monday);
    expect(entries[0]?.requests[0]?.fired).toBe(1);
  });

  test('asks for each clock once, a row by the kind of the report, which requests of 0.1.0 do not say', () => {
    const walk = by(filed(monday, { agency }), agency, 'receive');
    const below = by(by(walk, agency, 'accept', { target: echelon1 }), echelon1, 'receive');
    const { row } = below.case.clocks;
    if (row?.request.clock !== 'row' || !('step' in row.request)) throw new Error('row 7 has no clock');
    const { kind: _, ...request } = row.request;
    const old = { ...below.case, clocks: { ...below.case.clocks, row: { ...row, request } } };
    const { requests } = recompute(old, 'x', monday).entries[0] ?? {};
    expect(requests?.map((one) => [one.clock, 'kind' in one && one.kind])).toEqual([
      ['row', 'pengaduan'],
      ['firstResponse', false],
      ['whole', 'pengaduan'],
    ]);
  });

  test('has a row that stands still watched from when it came to', () => {
    const asked = by(later(filed(monday), 24 * hour), national, 'request-completion');
    const { requests } = recompute(asked.case, 'x', '2026-11-25T02:00:00.000Z').entries[0] ?? {};
    expect(requests?.map(({ clock, begins }) => [clock, begins])).toEqual([
      ['row', '2026-11-24T02:00:00.000Z'],
      ['completion', '2026-11-25T02:00:00.000Z'],
    ]);
  });

  test('is not written where nothing runs', () => {
    const withdrawn = byReporter(filed(monday), 'withdrawal');
    expect(recompute(withdrawn.case, 'x', monday).entries).toEqual([]);
  });
});
