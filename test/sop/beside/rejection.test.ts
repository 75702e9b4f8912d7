// A rejection can be objected to, and the reporter of a duplicate follows the original (readings 21, 22).
import { describe, expect, test } from 'vitest';
import { isOver } from '../../../sop/case.ts';
import { isAgainstRejection } from '../../../sop/entry.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { recompute } from '../../../sop/recompute.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import {
  agency,
  agencyB,
  allOffices,
  echelon1,
  echelon1Other,
  national,
} from '../../support/walks/small-ministry.ts';
import {
  anotherReport,
  by,
  byReporter,
  decreed,
  filed,
  joins,
  later,
  nextTimer,
  optionsOf,
  originalIs,
  reporterOptionsOf,
  rings,
  type Walk,
} from '../../support/walks/walk.ts';
import { refusedAs, where } from '../../support/walks/walk-words.ts';

// A Monday, 09:00 WIB.
const monday = '2026-11-02T02:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;
const iso = ({ now }: Walk) => new Date(now).toISOString();
const atRow4 = () => by(by(filed(monday), national, 'dispose', { target: agency }), agency, 'receive');
const atRow7 = () => by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive');
const atRow8 = () => by(atRow7(), echelon1, 'accept');
const rejected = () => by(filed(monday), national, 'reject', { reason: 'Bukan pelayanan publik' });
const finished = (walk: Walk) => [walk.case.status, isOver(walk.case), reporterOptionsOf(walk)];

describe('reading 22: a rejection can be objected to', () => {
  test('for ten working days it is with no office; then it is final, by the system', () => {
    const walk = rejected();
    expect(where(walk)).toEqual([2, 'sistem', 'rejected']);
    expect(isOver(walk.case)).toBe(false);
    expect(walk.entries.at(-1)).toMatchObject({
      type: 'rejected',
      reason: 'Bukan pelayanan publik',
      ends: 2,
      to: null,
      requests: [{ clock: 'rejection', officeId: 'nasional', from: monday }],
    });
    // Two weeks on at the close of office.
    expect(walk.case.clocks.rejection?.due).toBe('2026-11-16T09:00:00.000Z');
    expect(Object.keys(walk.case.clocks)).toEqual(['rejection']);
    expect(reporterOptionsOf(walk)).toEqual(['objection', 'message']);
    for (const { id } of allOffices) expect(optionsOf(walk, id)).toEqual([]);
    expect(refusedAs(() => by(walk, national, 'dispose', { target: agency }))).toBe('closed');
    expect(refusedAs(() => byReporter(walk, 'withdrawal'))).toBe('wrong-step');
    const silent = nextTimer(walk) as Walk;
    expect(iso(silent)).toBe(rings('2026-11-16T09:00:00.000Z'));
    expect(finished(silent)).toEqual(['rejected', true, []]);
    expect(silent.entries.at(-1)).toMatchObject({ type: 'rejection-final', actor: { role: 'system' } });
    expect(silent.entries.at(-1)?.ends).toBeUndefined();
    expect(refusedAs(() => byReporter(silent, 'objection'))).toBe('closed');
  });

  test('an objection brings it back to the row where it was rejected, with a fresh limit; the second rejection is final', () => {
    const walk = byReporter(later(rejected(), day), 'objection', { text: 'Ini layanan publik' });
    expect(where(walk)).toEqual([2, 'nasional', 'in-process']);
    expect(walk.entries.at(-1)).toMatchObject({
      type: 'objected',
      step: 2,
      to: 'nasional',
      opens: { visit: 3, step: 2, officeId: 'nasional' },
      requests: [{ clock: 'row', step: 2, from: iso(walk) }],
    });
    expect(walk.entries.at(-1)?.ends).toBeUndefined();
    expect(walk.case.rejection).toBeUndefined();
    expect(Object.keys(walk.case.clocks)).toEqual(['row']);
    // It begins a new stay (20), and is none of the objections to an answer (12).
    expect([walk.case.stay, walk.case.objections]).toEqual([{ completions: 0, missed: false }, 0]);
    const again = by(later(walk, hour), national, 'reject', { reason: 'Tetap bukan' });
    expect(finished(again)).toEqual(['rejected', true, []]);
    expect(again.entries.at(-1)).toMatchObject({ type: 'rejected', ends: 3, requests: [] });
  });

  test('an objection to an answer is another thing (12)', () => {
    const told = (walk: Walk) => walk.entries.slice(-1).map(isAgainstRejection);
    expect(told(byReporter(rejected(), 'objection'))).toEqual([true]);
    expect(told(byReporter(by(atRow8(), echelon1, 'answer'), 'objection'))).toEqual([false]);
    expect(told(rejected())).toEqual([false]);
  });

  test('what the reporter writes meanwhile goes to the office that rejected it', () => {
    const walk = byReporter(rejected(), 'message', { text: 'Mohon dibaca lagi' });
    expect(walk.entries.at(-1)).toMatchObject({ type: 'messaged', from: null, to: 'nasional' });
    expect(where(walk)).toEqual([2, 'sistem', 'rejected']);
  });

  test('the whole limit and respon awal stand still, and go on with what remained', () => {
    const before = later(by(filed(monday, { agency }, monday, policies.lapor), agency, 'receive'), hour);
    const [whole, response] = [before.case.clocks.whole?.due, before.case.clocks.firstResponse?.due];
    const stands = by(before, agency, 'reject', { duplicateOf: anotherReport });
    expect(stands.case.clocks).toEqual({});
    // Three working days later, at the same hour.
    const back = byReporter(later(stands, 3 * day), 'objection');
    expect(where(back)).toEqual([4, 'a', 'in-process']);
    expect([whole, back.case.clocks.whole?.due]).toEqual([
      '2026-11-20T09:30:00.000Z',
      '2026-11-25T09:00:00.000Z',
    ]);
    expect([response, back.case.clocks.firstResponse?.due]).toEqual([
      '2026-11-09T09:00:00.000Z',
      '2026-11-12T09:00:00.000Z',
    ]);
    expect(back.case.firstResponseOwed?.pauses).toHaveLength(1);
  });

  test('respon awal that is given after it is owed by nobody any more', () => {
    const given = by(atRow7(), echelon1, 'respond');
    const back = byReporter(by(given, echelon1, 'reject'), 'objection');
    expect(Object.keys(back.case.clocks).toSorted()).toEqual(['row', 'whole']);
  });

  test('a new decree moves what stands still too (16)', () => {
    const stands = by(atRow7(), echelon1, 'reject');
    // Respon awal had three days from Monday: Thursday the 5th.
    expect(stands.case.rejection?.firstResponse?.due).toBe('2026-11-05T09:00:00.000Z');
    const dayOff = ['2026-11-04', { name: 'Cuti', kind: 'cuti bersama' }] as const;
    const calendar = { ...shippedCalendar, days: new Map([...shippedCalendar.days, dayOff]) };
    const moved = decreed(later(stands, day), calendar);
    expect(moved.case.rejection).toMatchObject({
      step: 7,
      firstResponse: { due: '2026-11-06T09:30:00.000Z' },
    });
    expect(moved.case.clocks).toEqual({});
    // What is past counts as of when it came to stand still.
    const still = stands.case.rejection?.at;
    expect(moved.entries.at(-1)?.requests.map(({ begins }) => begins)).toEqual([still, still]);
    const { next, entries } = recompute(stands.case, 'Dekret', iso(stands));
    expect(entries[0]?.requests.map(({ clock }) => clock)).toEqual(['firstResponse', 'whole']);
    expect(next.awaits.firstResponse).toBe(entries[0]?.seq);
    const ended = originalIs(stands);
    expect(recompute(ended.case, 'Dekret', iso(ended)).entries[0]?.moved?.map(({ clock }) => clock)).toEqual([
      'firstResponse',
      'rejection',
    ]);
    expect(recompute((nextTimer(ended) as Walk).case, 'Dekret', iso(ended)).entries).toEqual([]);
    // Of a duplicate at row 2 nothing runs or stands still.
    const follows = by(filed(monday), national, 'reject', { duplicateOf: anotherReport });
    expect(recompute(follows.case, 'Dekret', iso(follows)).entries).toEqual([]);
  });

  test('what was ever answered is not rejected any more (18)', () => {
    const answered = by(atRow8(), echelon1, 'answer');
    const once = byReporter(answered, 'objection');
    const back = by(later(once, 8 * day), agency, 'recall');
    expect(where(back)).toEqual([4, 'a', 'in-process']);
    expect(optionsOf(back, 'a')).not.toContain('reject');
    expect(refusedAs(() => by(back, agency, 'reject'))).toBe('wrong-step');
  });

  test('an office that joins another leaves it what it rejected (27)', () => {
    const joined = joins(by(atRow4(), agency, 'reject'), agency, agencyB);
    expect(joined.case.rejection?.office.id).toBe('b');
    expect(where(byReporter(joined, 'objection'))).toEqual([4, 'b', 'in-process']);
    // Respon awal that stands still is the successor's too, who goes on with what remained.
    const stands = joins(by(atRow7(), echelon1, 'reject'), echelon1, echelon1Other);
    expect(stands.case.rejection?.firstResponse?.request).toMatchObject({ officeId: 'a2' });
    const back = byReporter(later(stands, 3 * day), 'objection');
    expect(where(back)).toEqual([7, 'a2', 'in-process']);
    const { firstResponse } = back.case.clocks;
    expect(firstResponse).toMatchObject({ request: { officeId: 'a2' }, due: '2026-11-10T09:00:00.000Z' });
    expect(firstResponse?.rungs[0]?.officeIds).toEqual(['a2']);
  });
});

describe('reading 21: a duplicate', () => {
  test('is rejected at rows 2, 4 and 7, below national only with its original', () => {
    for (const [walk, office] of [
      [filed(monday), national],
      [atRow4(), agency],
      [atRow7(), echelon1],
    ] as const) {
      const one = by(walk, office, 'reject', { duplicateOf: anotherReport });
      expect(one.case.rejection).toMatchObject({ step: walk.case.step, original: anotherReport });
      // Nothing runs until the original has ended.
      expect([one.case.clocks, one.case.awaits]).toEqual([{}, {}]);
    }
    for (const [walk, office] of [
      [atRow4(), agency],
      [atRow7(), echelon1],
    ] as const) {
      for (const duplicateOf of ['', ' '])
        expect(refusedAs(() => by(walk, office, 'reject', { reason: 'Spam', duplicateOf }))).toBe(
          'not-an-original',
        );
    }
    expect(refusedAs(() => by(atRow8(), echelon1, 'reject'))).toBe('wrong-step');
    // The original is reason enough.
    const said = { reason: '', duplicateOf: anotherReport };
    expect(refusedAs(() => by(filed(monday), national, 'reject', said))).toBe('taken');
    expect(refusedAs(() => by(filed(monday), national, 'reject', { reason: '' }))).toBe('reason-required');
  });

  test('hears that its original has ended: from then ten working days for an objection, once', () => {
    const follows = by(atRow4(), agency, 'reject');
    const endedAt = new Date(follows.now + 7 * day).toISOString();
    const ended = originalIs(later(follows, 7 * day + hour), { endedAt });
    expect(ended.entries.at(-1)).toMatchObject({
      type: 'original-ended',
      duplicateOf: anotherReport,
      requests: [{ clock: 'rejection', officeId: 'a', from: endedAt }],
    });
    expect(ended.case.clocks.rejection?.due).toBe('2026-11-23T09:00:00.000Z');
    expect(originalIs(ended, { endedAt }).entries).toEqual(ended.entries);
    const silent = nextTimer(ended) as Walk;
    expect(finished(silent)).toEqual(['rejected', true, []]);
    const back = byReporter(ended, 'objection');
    expect(where(back)).toEqual([4, 'a', 'in-process']);
    expect(Object.keys(back.case.clocks).toSorted()).toEqual(['row', 'whole']);
    // Nobody follows any more.
    expect(originalIs(back).entries).toEqual(back.entries);
  });

  test('of an original that had ended before has its time from its own rejection', () => {
    const follows = later(by(atRow4(), agency, 'reject'), hour);
    const ended = originalIs(follows, { endedAt: '2026-10-01T02:00:00.000Z' });
    expect(ended.entries.at(-1)?.requests[0]).toMatchObject({ from: follows.case.rejection?.at });
  });

  test('follows on to the original of its original', () => {
    const moved = originalIs(by(atRow4(), agency, 'reject'), { number: 'LAP-2026-000003', endedAt: null });
    expect(moved.entries.at(-1)).toMatchObject({ type: 'followed', duplicateOf: 'LAP-2026-000003' });
    expect(moved.case.rejection?.original).toBe('LAP-2026-000003');
    expect(moved.case.clocks).toEqual({});
    const both = originalIs(moved, { number: 'LAP-2026-000004' });
    expect(both.entries.slice(-2).map(({ type }) => type)).toEqual(['followed', 'original-ended']);
  });

  test('has an objection besides the one of reading 22, and no third', () => {
    let walk = byReporter(by(atRow4(), agency, 'reject'), 'objection');
    walk = byReporter(by(walk, agency, 'reject'), 'objection');
    walk = by(walk, agency, 'reject');
    expect([walk.case.rejectionsObjected, reporterOptionsOf(walk)]).toEqual([
      ['duplicate', 'rejection'],
      ['message'],
    ]);
    expect(refusedAs(() => byReporter(walk, 'objection'))).toBe('objection-limit');
    // It follows on all the same.
    expect(finished(nextTimer(originalIs(walk)) as Walk)).toEqual(['rejected', true, []]);
    // As a duplicate first, else by national: either objection stands.
    const other = byReporter(
      by(by(byReporter(by(atRow4(), agency, 'reject'), 'objection'), agency, 'return'), national, 'reject'),
      'objection',
    );
    expect(other.case.rejectionsObjected).toEqual(['duplicate', 'rejection']);
  });

  test('what is missed when it is rejected is said first, and stays missed (17, 31)', () => {
    const late = later(
      by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive'),
      9 * day,
    );
    let walk = late;
    for (let next = nextTimer(walk); next && next.now <= late.now; next = nextTimer(walk)) walk = next;
    const one = by({ ...walk, now: late.now }, echelon1, 'reject');
    const breached = one.entries.filter(({ type }) => type === 'breached').map(({ alert }) => alert?.clock);
    expect(breached).toContain('firstResponse');
    const back = byReporter(later(one, hour), 'objection');
    expect(back.case.clocks.firstResponse?.fired).toBeGreaterThan(1);
  });
});

test('what 0.1.0 rejected had ended at once', () => {
  const { case: c } = rejected();
  const { rejection: _, ...ended } = c;
  expect(isOver(ended)).toBe(true);
});
