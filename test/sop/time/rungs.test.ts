// The rungs of a clock in seconds, which are easily counted: pauses, what fired before, what is past when it begins (readings 11, 15, 16).
import { describe, expect, test } from 'vitest';
import { type Policy, policies } from '../../../sop/policy/policy.ts';
import { askAgain, type Clock, type ClockRequest } from '../../../sop/time/clock.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import { shippedCalendar as calendar } from '../../../sop/time/shipped-calendar.ts';

/** Of a drill: row 4 has 100 seconds, is warned at 75, and climbs every 10. */
const policy: Policy = {
  ...policies.sop,
  rows: { ...policies.sop.rows, 4: { seconds: 100 }, 11: { seconds: 100 } },
  escalateEvery: { seconds: 10 },
};
const start = Date.parse('2026-11-02T02:00:00.000Z');
/** The instant so many seconds after the beginning. */
const at = (seconds: number) => new Date(start + seconds * 1_000).toISOString();
const seconds = (instant: string) => (Date.parse(instant) - start) / 1_000;

type Rest = Partial<Omit<Extract<ClockRequest, { step: number }>, 'clock' | 'step'>>;
function clock(rest: Rest = {}, ladder = ['u', 'e', 'a', 'n'], step: 4 | 11 = 4): Clock {
  const request: ClockRequest = { clock: 'row', step, officeId: 'x', from: at(0), ...rest };
  const zone = 'Asia/Jakarta';
  return clockFor(request, { number: 'LAP-2026-000001', policy, policyVersion: 7, calendar, zone, ladder });
}
/** As `kind second offices`. */
const rungsOf = ({ rungs }: Clock) =>
  rungs.map(({ kind, at: when, officeIds }) => [kind, seconds(when), ...officeIds].join(' '));
const pause = (from: number, to: number) => ({ from: at(from), to: at(to) });

describe('the rungs', () => {
  test('warn, breach, and one office higher each time', () => {
    const one = clock();
    expect(one).toMatchObject({ due: at(100), fired: 0, policyVersion: 7 });
    expect(rungsOf(one)).toEqual(['warn 75 u', 'breach 100 u e', 'escalation 110 a', 'escalation 120 n']);
    for (const absent of ['skipped', 'breach']) expect(one).not.toHaveProperty(absent);
  });

  test('of an office that has none above, or is of no tree', () => {
    expect(rungsOf(clock({}, ['n']))).toEqual(['warn 75 n', 'breach 100 n']);
    expect(rungsOf(clock({}, []))).toEqual(['warn 75 x', 'breach 100 x']);
  });

  test('of a drill in seconds come by night as by day', () => {
    const from = '2026-11-01T20:00:00.000Z';
    const { rungs } = clock({
      from,
      pauses: [{ from: '2026-11-01T20:00:10.000Z', to: '2026-11-01T20:00:20.000Z' }],
    });
    expect(rungs.map(({ at: when }) => (Date.parse(when) - Date.parse(from)) / 1_000)).toEqual([
      85, 110, 120, 130,
    ]);
  });

  test('of a limit that ends the report there is one, for nobody', () => {
    expect(rungsOf(clock({}, ['u', 'e'], 11))).toEqual(['act 100']);
  });

  test.each([
    ['before the warning moves all of them', [pause(50, 80)], [105, 130, 140, 150]],
    ['after the warning leaves it', [pause(80, 90)], [75, 110, 120, 130]],
    ['at the deadline moves what climbs alone', [pause(100, 150)], [75, 100, 160, 170]],
    ['after the deadline moves what climbs alone', [pause(115, 125)], [75, 100, 110, 130]],
    ['two of them add up', [pause(10, 20), pause(30, 35)], [90, 115, 125, 135]],
    ['of no length moves nothing', [pause(50, 50)], [75, 100, 110, 120]],
  ])('a pause %s', (_what, pauses, wanted) => {
    const one = clock({ pauses });
    expect(one.rungs.map(({ at: when }) => seconds(when))).toEqual(wanted);
    expect(seconds(one.due)).toBe(wanted[1]);
  });
});

describe('what is past when it begins', () => {
  test.each([
    ['nothing', 74, 0, undefined],
    ['the warning, just now: it rings', 75, 0, undefined],
    ['warning and breach: the last rings', 100, 1, 1],
    ['all: the last rings', 500, 3, 3],
  ])('%s', (_what, begins, fired, skipped) => {
    const one = clock({ begins: at(begins) });
    expect([one.fired, one.skipped]).toEqual([fired, skipped]);
    expect('skipped' in one).toBe(skipped !== undefined);
  });

  test.each([
    ['what had fired stays fired', { fired: 2, begins: at(105) }, 2, undefined],
    ['a breach that lies ahead fires anew, the warning does not', { fired: 2, begins: at(80) }, 1, undefined],
    ['of more that is past meanwhile the last rings', { fired: 1, begins: at(130) }, 3, 2],
  ])('of one that is asked for again: %s', (_what, rest, fired, skipped) => {
    const one = clock(rest);
    expect([one.fired, one.skipped]).toEqual([fired, skipped]);
  });

  test('its breach is remembered while it is one', () => {
    const again = (rest: Rest) => clock({ breach: 9, ...rest });
    expect(again({ fired: 2, begins: at(105) }).breach).toBe(9);
    expect(again({ fired: 3, begins: at(115) }).breach).toBe(9);
    // It lies ahead again.
    expect(again({ fired: 2, begins: at(80) })).not.toHaveProperty('breach');
    expect(again({ fired: 2, begins: at(100) })).toMatchObject({ fired: 2, breach: 9 });
    expect(clock({ fired: 2, begins: at(105) })).not.toHaveProperty('breach');
  });
});

test('asked for again it tells what became of it', () => {
  const { request, due } = clock();
  expect(askAgain({ ...clock(), fired: 2, breach: 9 })).toEqual({
    ...request,
    fired: 2,
    old: due,
    breach: 9,
  });
  const undone = askAgain({ ...clock({ breach: 4 }), fired: 0 });
  expect(undone).toEqual({ ...request, fired: 0, old: due });
  expect(undone).not.toHaveProperty('breach');
});

describe('a row that goes on as 0.1.0 asked for it', () => {
  const was: ClockRequest = { clock: 'row', step: 4, officeId: 'x', from: at(0) };

  test('with the limit that was stopped: from its own beginning, the pause left out', () => {
    const resumed = { due: at(100), pausedAt: at(40), fired: 0, was };
    const one = clock({ from: at(60), resumed });
    expect(rungsOf(one)).toEqual(['warn 95 u', 'breach 120 u e', 'escalation 130 a', 'escalation 140 n']);
    const twice = { ...was, pauses: [pause(10, 15)] };
    const again = clock({
      from: at(60),
      resumed: { ...resumed, due: at(105), was: twice },
      pauses: [pause(70, 80)],
    });
    expect([again.rungs[0]?.at, again.due]).toEqual([at(110), at(135)]);
  });

  test('with its end alone: what was left of it begins when it goes on', () => {
    const one = clock({ from: at(60), resumed: { due: at(100), pausedAt: at(40), fired: 1 } });
    expect(one.due).toBe(at(120));
    expect(rungsOf(one)).toEqual(['warn 105 u', 'breach 120 u e', 'escalation 130 a', 'escalation 140 n']);
    expect(one.fired).toBe(0);
  });

  test('with its end alone, and missed: it was warned of at the latest then', () => {
    const one = clock({ from: at(160), resumed: { due: at(100), pausedAt: at(115), fired: 2 } });
    expect(rungsOf(one).slice(0, 2)).toEqual(['warn 100 u', 'breach 100 u e']);
  });

  test('missed before it was stopped it stays missed, and climbs on by what is left out', () => {
    const one = clock({ from: at(160), resumed: { due: at(100), pausedAt: at(115), fired: 2, was } });
    expect(rungsOf(one)).toEqual(['warn 75 u', 'breach 100 u e', 'escalation 110 a', 'escalation 165 n']);
    expect(one).toMatchObject({ due: at(100), fired: 2 });
  });
});
