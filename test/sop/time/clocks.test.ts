// The clocks of a report through everything that stops, moves and undoes them (readings 11, 13, 15, 16), counted by hand.
import { describe, expect, test } from 'vitest';
import { attach } from '../../../sop/attach.ts';
import type { Case } from '../../../sop/case.ts';
import type { Calendar } from '../../../sop/time/calendar.ts';
import type { ClockName } from '../../../sop/terms.ts';
import { fire, nextDue } from '../../../sop/fire.ts';
import type { Clock } from '../../../sop/time/clock.ts';
import { movesOf } from '../../../sop/recompute.ts';
import { policies, rulesOf } from '../../../sop/policy/policy.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { agency, agencyB, echelon1, national, upt } from '../../support/walks/small-ministry.ts';
import {
  by,
  byReporter,
  decreed,
  filed,
  later,
  nextTimer,
  optionsOf,
  rings,
  type Walk,
} from '../../support/walks/walk.ts';

// A Monday at the close: 16:00 WIB.
const monday = '2026-11-02T09:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;
const due = (walk: Walk, clock: ClockName) => walk.case.clocks[clock]?.due;
const alertsOf = ({ entries }: Walk, clock: ClockName) =>
  entries.flatMap(({ alert, at }) => (alert?.clock === clock ? [{ ...alert, at }] : []));

/** Fires every rung until `at`, then it is `at`. */
function until(start: Walk, at: string): Walk {
  let walk = start;
  for (let next = nextTimer(walk); next && next.now <= Date.parse(at); next = nextTimer(walk)) walk = next;
  return { ...walk, now: Date.parse(at) };
}

const atRow4 = (at = monday, kind = 'pengaduan' as const) =>
  by(filed(at, { agency, kind }), agency, 'receive');
const back = (walk: Walk) => by(by(walk, agency, 'return'), national, 'dispose', { target: agency });
const downToUpt = (walk: Walk) => {
  const below = by(by(walk, agency, 'accept', { target: echelon1 }), echelon1, 'receive');
  return by(by(below, echelon1, 'dispose', { target: upt }), upt, 'receive');
};

describe('reading 13: the whole limit of an agency', () => {
  // 14 days after Monday 2 November: Friday the 20th, closing at 16:30 WIB.
  const whole = '2026-11-20T09:30:00.000Z';

  test('is one deadline from the first arrival, through a return and another agency', () => {
    const walk = atRow4();
    expect(due(walk, 'whole')).toBe(whole);
    expect(due(back(later(walk, day)), 'whole')).toBe(whole);
    let away = by(by(later(walk, day), agency, 'return'), national, 'dispose', { target: agencyB });
    // Agency B, in WITA, has its own from Tuesday on.
    expect(due(away, 'whole')).toBe('2026-11-23T08:00:00.000Z');
    away = by(by(later(away, day), agencyB, 'receive'), agencyB, 'return');
    const again = by(away, national, 'dispose', { target: agency });
    expect(again.case.clocks.whole).toMatchObject({ due: whole, request: { officeId: 'a', from: monday } });
  });

  test('rings for the agency on the path alone; while national holds the report, for the last one, to national alone', () => {
    const away = by(by(atRow4(), agency, 'return'), national, 'dispose', { target: agencyB });
    const atB = until(away, '2026-11-30T00:00:00.000Z');
    expect(alertsOf(atB, 'whole').map(({ kind, officeIds }) => [kind, ...officeIds])).toEqual([
      ['warn', 'b'],
      ['breach', 'b', 'nasional'],
    ]);
    const atNational = until(by(atRow4(), agency, 'return'), '2026-11-30T00:00:00.000Z');
    expect(
      alertsOf(atNational, 'whole').map(({ kind, due: end, officeIds }) => [kind, end, ...officeIds]),
    ).toEqual([
      ['warn', whole, 'nasional'],
      ['breach', whole, 'nasional'],
    ]);
    // Back at its agency late: of what is past already only the last rings.
    let late = until(away, '2026-11-24T02:00:00.000Z');
    late = by(by(by(late, agencyB, 'receive'), agencyB, 'return'), national, 'dispose', { target: agency });
    late = until(late, '2026-12-10T00:00:00.000Z');
    expect(
      alertsOf(late, 'whole')
        .slice(2)
        .map(({ kind, due: end, officeIds }) => [kind, end, ...officeIds]),
    ).toEqual([['breach', whole, 'a', 'nasional']]);
  });

  test('stands still, and rings not, while the reporter completes', () => {
    const asked = by(later(atRow4(), 16 * hour), agency, 'request-completion');
    expect(due(asked, 'whole')).toBeUndefined();
    const meanwhile = until(asked, '2026-11-16T08:59:00.000Z');
    expect(meanwhile.entries).toHaveLength(asked.entries.length);
    // From Tuesday 08:00 to Wednesday 08:00, one office day: from Friday the 20th to Monday.
    expect(due(byReporter(later(asked, day), 'completion'), 'whole')).toBe('2026-11-23T09:00:00.000Z');
    // Over the night nothing moves.
    const night = by(later(atRow4(), 3 * hour), agency, 'request-completion');
    expect(due(byReporter(later(night, 12 * hour), 'completion'), 'whole')).toBe(whole);
    // Another agency's at rest stands still as well.
    const away = by(by(atRow4(), agency, 'return'), national, 'dispose', { target: agencyB });
    const askedB = by(by(later(away, 16 * hour), agencyB, 'receive'), agencyB, 'request-completion');
    const returned = by(byReporter(later(askedB, day), 'completion'), agencyB, 'return');
    expect(due(by(returned, national, 'dispose', { target: agency }), 'whole')).toBe(
      '2026-11-23T09:00:00.000Z',
    );
  });

  test('stops at the answer and goes on with what remained when an objection brings the report back', () => {
    const answered = by(later(downToUpt(atRow4()), day), upt, 'answer');
    expect(due(answered, 'whole')).toBeUndefined();
    // Answered on Tuesday at the close; objected to at the next close but two: three office days later.
    const objected = byReporter(later(answered, 3 * day), 'objection');
    expect(due(objected, 'whole')).toBe('2026-11-25T09:00:00.000Z');
    const again = byReporter(later(by(objected, upt, 'answer'), 3 * day), 'objection');
    expect(due(again, 'whole')).toBe('2026-11-26T09:00:00.000Z');
  });

  test('goes on as it was in a report of 0.1.0, whose case knows no more than the clock that runs', () => {
    const walk = atRow4();
    const { wholes: _, wholeStopped: __, ...old } = walk.case;
    const answered = by(later(downToUpt({ ...walk, case: old }), day), upt, 'answer');
    expect(due(byReporter(later(answered, day), 'objection'), 'whole')).toBe('2026-11-23T09:00:00.000Z');
    // A decree moves it by a day all the same.
    const days = new Map([
      ...shippedCalendar.days,
      ['2026-11-18', { name: 'Cuti', kind: 'cuti bersama' }] as const,
    ]);
    expect(due(decreed({ ...walk, case: old }, { ...shippedCalendar, days }), 'whole')).toBe(
      '2026-11-23T09:00:00.000Z',
    );
  });
});

describe('reading 11: a row that stood still', () => {
  // SOP 4, three days: Thursday 5 November, 16:00 WIB.
  const askedAt = (ms: number) => by(later(atRow4(), ms), agency, 'request-completion');
  const goesOn = (walk: Walk, ms: number) => byReporter(later(walk, ms), 'completion');

  test.each<[string, Walk, number, string]>([
    ['over the night moves nothing', askedAt(4 * hour), 10 * hour, '2026-11-05T09:00:00.000Z'],
    ['one office day moves it by one', askedAt(17 * hour), day, '2026-11-06T09:30:00.000Z'],
    // From Tuesday 10:00 for half an hour: half an hour more is needed on Friday.
    ['half an hour', askedAt(18 * hour), hour / 2, '2026-11-06T09:30:00.000Z'],
    ['over the break for food, nothing', askedAt(20 * hour), hour, '2026-11-05T09:00:00.000Z'],
    ['from Thursday afternoon over the weekend', askedAt(71 * hour), 4 * day, '2026-11-09T09:00:00.000Z'],
    ['missed before: nothing remains', askedAt(73 * hour), 4 * day, '2026-11-05T09:00:00.000Z'],
  ])('%s', (_, asked, ms, end) => {
    expect(due(goesOn(asked, ms), 'row')).toBe(end);
  });

  test('without a confirmed contact the reporter’s time runs once it is on record how they were told', () => {
    const asked = by(atRow4(), agency, 'request-completion', { contactConfirmed: false, text: '' });
    expect(nextTimer(asked)).toBeUndefined();
    expect([optionsOf(asked, 'a'), optionsOf(asked, 'nasional')]).toEqual([['told', 'ask'], []]);
    const told = by(later(asked, day), agency, 'told');
    expect(told.entries.at(-1)).toMatchObject({ type: 'told', text: 'isi' });
    // Ten days after Tuesday the 3rd.
    expect(due(told, 'completion')).toBe('2026-11-17T09:00:00.000Z');
    expect(optionsOf(told, 'a')).toEqual(['ask']);
    expect(byReporter(later(asked, day), 'completion').case.status).toBe('in-process');
    const known = by(atRow4(), agency, 'request-completion', { contactConfirmed: false, text: 'Ditelepon' });
    expect(due(known, 'completion')).toBeDefined();
  });

  test('respon awal runs on meanwhile and may be given by who owes it', () => {
    const walk = downToUpt(atRow4());
    const waiting = { ...walk, case: { ...walk.case, status: 'awaiting-completion' as const } };
    expect([optionsOf(waiting, 'a1'), optionsOf(waiting, 'a1x')]).toEqual([['respond'], ['ask']]);
    const responded = by(waiting, echelon1, 'respond');
    expect(responded.case).toMatchObject({ status: 'awaiting-completion', firstResponseGiven: true });
    expect(due(responded, 'firstResponse')).toBeUndefined();
  });

  test('is warned at 75 % of the limit with what was used before, and each rung once', () => {
    const asked = askedAt(17 * hour);
    // 75 % of 22.5 hours from Monday's close are Thursday 09:22:30; a day later it is Friday.
    const completed = goesOn(asked, day);
    expect(completed.case.clocks.row?.rungs[0]?.at).toBe(rings('2026-11-06T02:22:30.000Z'));
    const warned = until(atRow4(), '2026-11-05T03:00:00.000Z');
    const late = until(goesOn(by(warned, agency, 'request-completion'), day), '2026-11-30T00:00:00.000Z');
    expect(alertsOf(late, 'row').map(({ kind }) => kind)).toEqual(['warn', 'breach']);
  });

  test('climbs on where it was late when it stopped, by a working day for each that is late', () => {
    const atEselon = by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive');
    const walk = by(atEselon, echelon1, 'accept');
    expect(walk.case.clocks.row?.rungs.map(({ at }) => at).slice(1)).toEqual([
      rings('2026-11-05T09:00:00.000Z'),
      rings('2026-11-06T09:30:00.000Z'),
    ]);
  });
});

describe('reading 15', () => {
  test('the holder of the moment is warned of the whole limit, and its agency; each alert with its own deadline', () => {
    const walk = until(downToUpt(atRow4()), '2026-11-30T00:00:00.000Z');
    const end = '2026-11-20T09:30:00.000Z';
    expect(alertsOf(walk, 'whole')).toMatchObject([
      { kind: 'warn', due: end, officeIds: ['a1x', 'a'], charged: 'a1x' },
      { kind: 'breach', due: end, officeIds: ['a1x', 'a', 'nasional'], charged: 'a1x' },
    ]);
    // Respon awal is owed by the Eselon 1 unit, whoever holds the report.
    expect(alertsOf(walk, 'firstResponse')[0]).toMatchObject({
      kind: 'warn',
      officeIds: ['a1'],
      charged: 'a1',
    });
  });

  test('a backlog whose breach was passed over says at its escalation that the limit is missed, and so is its breach', () => {
    const old = filed('2026-11-02T01:00:00.000Z', {}, monday);
    const row = { ...(old.case.clocks.row as Clock), fired: 2, skipped: 2 };
    const escalation = { kind: 'escalation' as const, at: monday, officeIds: ['a'] };
    const rungs = [...row.rungs.slice(0, 2), escalation];
    const ring = (clock: Clock) => fire({ ...old.case, clocks: { row: clock } }, 'row', monday);
    const { entries, next } = ring({ ...row, rungs });
    expect(entries[0]).toMatchObject({ type: 'escalated', alert: { missed: true } });
    expect(next.clocks.row).toMatchObject({ fired: 3, breach: entries[0]?.seq });
    expect(next.clocks.row).not.toHaveProperty('skipped');
    for (const skipped of [0, undefined]) {
      const { skipped: _, ...told } = row;
      const plain = ring({ ...told, rungs, ...(skipped !== undefined && { skipped }) });
      expect(plain.entries[0]?.alert).not.toHaveProperty('missed');
      expect(plain.next.clocks.row).not.toHaveProperty('breach');
    }
    const warned = ring({ ...row, rungs: [...rungs.slice(0, 2), { ...escalation, kind: 'warn' }] });
    expect(warned.entries[0]?.alert).not.toHaveProperty('missed');
    expect(warned.next.clocks.row).not.toHaveProperty('breach');
  });

  test('a clock that has rung for good, and one that does not run, change nothing', () => {
    const { case: c } = filed(monday);
    const done: Case = { ...c, clocks: { row: { ...(c.clocks.row as Clock), fired: 99 } } };
    for (const [one, name] of [
      [done, 'row'],
      [c, 'whole'],
    ] as const) {
      const { next, entries } = fire(one, name, monday);
      expect([next, entries]).toEqual([one, []]);
    }
    expect(nextDue(done)).toBeUndefined();
    // Of two that are due at once the row rings first.
    const both: Case = { ...c, clocks: { whole: c.clocks.row as Clock, row: c.clocks.row as Clock } };
    expect(nextDue(both)?.name).toBe('row');
    const later1 = {
      ...(c.clocks.row as Clock),
      rungs: [{ kind: 'warn' as const, at: '2099-01-01T00:00:00.000Z', officeIds: [] }],
    };
    expect(nextDue({ ...c, clocks: { row: later1, whole: c.clocks.row as Clock } })?.name).toBe('whole');
  });

  test('of a backlog only the last of the rungs that are past fires, and says that the limit is missed', () => {
    const walk = filed('2026-01-05T02:00:00.000Z', { agency }, monday);
    const now = until(walk, monday);
    expect(
      now.entries.slice(2).map(({ type, alert }) => [type, alert?.clock, ...(alert?.officeIds ?? [])]),
    ).toEqual([
      ['breached', 'row', 'a', 'nasional'],
      ['breached', 'whole', 'a', 'nasional'],
    ]);
    const reached = by(
      by(filed('2026-11-02T01:00:00.000Z', { agency }), agency, 'receive'),
      agency,
      'accept',
      { target: echelon1 },
    );
    const atUpt = by(by(reached, echelon1, 'receive'), echelon1, 'dispose', { target: upt });
    const escalated = until(atUpt, '2026-11-30T00:00:00.000Z');
    expect(alertsOf(escalated, 'row').map(({ kind, missed }) => [kind, missed])).toEqual([
      ['warn', undefined],
      ['breach', undefined],
      ['escalation', undefined],
      ['escalation', undefined],
    ]);
  });
});

describe('reading 16: a decree after the fact', () => {
  const withDays = (...dates: string[]): Calendar => ({
    ...shippedCalendar,
    days: new Map([
      ...shippedCalendar.days,
      ...dates.map((date) => [date, { name: 'Cuti', kind: 'cuti bersama' }] as const),
    ]),
  });

  test('undoes the breach of a limit that now lies ahead; the new deadline has its rungs anew', () => {
    const breached = until(atRow4(), '2026-11-06T01:00:00.000Z');
    expect(alertsOf(breached, 'row').map(({ kind }) => kind)).toEqual(['warn', 'breach']);
    const moved = decreed(breached, withDays('2026-11-04', '2026-11-05'));
    const seq = breached.entries.find(({ type }) => type === 'breached')?.seq;
    expect(moved.entries.slice(-2)).toMatchObject([
      { type: 'recomputed' },
      { type: 'unbreached', undone: { clock: 'row', due: '2026-11-05T09:00:00.000Z', seq } },
    ]);
    expect(due(moved, 'row')).toBe('2026-11-09T09:00:00.000Z');
    const after = until(moved, '2026-11-30T00:00:00.000Z');
    expect(alertsOf(after, 'row').map(({ kind, at }) => [kind, at])).toEqual([
      ['warn', rings('2026-11-05T02:22:30.000Z')],
      ['breach', rings('2026-11-05T09:00:00.000Z')],
      ['warn', rings('2026-11-09T02:22:30.000Z')],
      ['breach', rings('2026-11-09T09:00:00.000Z')],
    ]);
  });

  test('moves the whole limit of an agency that the report left, which keeps its breach and rings on from there', () => {
    const late = until(atRow4(), '2026-11-24T01:00:00.000Z');
    expect(late.case.wholes?.a).not.toHaveProperty('due');
    const away = by(by(late, agency, 'return'), national, 'dispose', { target: agencyB });
    const moved = decreed(away, withDays('2026-11-20'));
    const breach = late.entries.find(
      ({ alert, type }) => type === 'breached' && alert?.clock === 'whole',
    )?.seq;
    const was = { clock: 'whole', kind: 'pengaduan', officeId: 'a', from: monday, fired: 2, breach };
    const end = '2026-11-23T09:00:00.000Z';
    expect(moved.case.wholes?.a).toEqual({ due: end, request: { ...was, old: end } });
    expect(moved.case.clocks.whole?.request.officeId).toBe('b');
    const back2 = by(by(moved, agencyB, 'receive'), agencyB, 'return');
    const again = by(back2, national, 'dispose', { target: agency });
    expect(again.case.clocks.whole).toMatchObject({
      due: end,
      fired: 2,
      breach,
      request: { ...was, old: end },
    });
    // And without a breach there is none to keep.
    const early = by(by(atRow4(), agency, 'return'), national, 'dispose', { target: agencyB });
    expect(decreed(early, withDays('2026-11-18')).case.wholes?.a?.request).not.toHaveProperty('breach');
  });

  test('leaves the clocks alone that nobody awaits any more, and keeps when a row was stopped', () => {
    const asked = by(later(atRow4(), hour), agency, 'request-completion');
    const clock = asked.case.stopped?.clock;
    if (!clock) throw new Error('The row stood still without its clock.');
    const unreckoned: Case = { ...asked.case, stopped: { clock: null, at: monday }, awaits: { row: 7 } };
    const rules = rulesOf(policies.sop);
    const record = (seq: number) => attach(unreckoned, { clocks: [{ seq, clock }], rules });
    expect(record(7)).toMatchObject({ stopped: { clock, at: monday }, awaits: {} });
    expect(record(6)).toMatchObject({ stopped: { clock: null }, awaits: { row: 7 } });
    expect(record(7).rules).toBe(rules);
  });

  test('undoes no breach where only the warning had gone out', () => {
    const warned = until(atRow4(), '2026-11-05T03:00:00.000Z');
    expect(alertsOf(warned, 'row').map(({ kind }) => kind)).toEqual(['warn']);
    expect(decreed(warned, withDays('2026-11-04')).entries.at(-1)?.type).toBe('recomputed');
    // To the minute it lies ahead now: fired as it was.
    expect(decreed(warned, withDays('2026-11-10')).entries.at(-1)?.type).toBe('recomputed');
  });

  test('undoes a breach of 0.1.0, whose entry it did not remember', () => {
    const late = until(atRow4(), '2026-11-06T01:00:00.000Z');
    const { breach: _, ...row } = late.case.clocks.row as Clock;
    const old = { ...late, case: { ...late.case, clocks: { ...late.case.clocks, row } } };
    const { undone } = decreed(old, withDays('2026-11-04', '2026-11-05')).entries.at(-1) ?? {};
    expect(undone).toStrictEqual({ clock: 'row', due: '2026-11-05T09:00:00.000Z' });
  });

  test('moves no deadline that is not known', () => {
    const away = by(by(atRow4(), agency, 'return'), national, 'dispose', { target: agencyB });
    const asked = by(by(later(away, 16 * hour), agencyB, 'receive'), agencyB, 'request-completion');
    const completed = byReporter(later(asked, day), 'completion');
    expect(completed.case.wholes?.a).not.toHaveProperty('due');
    const at = () => ({ calendar: withDays('2026-11-16'), zone: 'Asia/Jakarta' as const });
    const moves = movesOf(completed.case, policies.sop, at).map(({ clock, officeId }) => [clock, officeId]);
    expect(moves).not.toContainEqual(['whole', 'a']);
    expect(moves).toContainEqual(['whole', 'b']);
  });

  test('leaves a breach that is one still', () => {
    const breached = until(atRow4(), '2026-11-10T01:00:00.000Z');
    const moved = decreed(breached, withDays('2026-11-04'));
    expect(moved.entries.at(-1)?.type).toBe('recomputed');
    expect(alertsOf(until(moved, '2026-11-30T00:00:00.000Z'), 'row')).toHaveLength(2);
  });

  test('reckons clocks that stand still anew, and the whole limit of an agency that the report left', () => {
    const late = by(until(atRow4(), '2026-11-06T01:00:00.000Z'), agency, 'request-completion');
    const calendar = withDays('2026-11-04', '2026-11-05');
    const at = () => ({ calendar, zone: 'Asia/Jakarta' as const });
    const moves = movesOf(late.case, policies.sop, at);
    expect(moves.map(({ clock, new: end }) => [clock, end])).toEqual([
      ['row', '2026-11-09T09:00:00.000Z'],
      ['whole', '2026-11-24T09:00:00.000Z'],
    ]);
    const moved = decreed(late, calendar);
    expect(moved.entries.at(-1)).toMatchObject({ type: 'unbreached', undone: { clock: 'row' } });
    expect(movesOf(moved.case, policies.sop, at)).toEqual([]);
    const away = by(by(until(atRow4(), '2026-11-24T01:00:00.000Z'), agency, 'return'), national, 'dispose', {
      target: agencyB,
    });
    const undone = decreed(away, calendar);
    expect(undone.entries.at(-1)).toMatchObject({ type: 'unbreached', undone: { clock: 'whole' } });
  });
});
