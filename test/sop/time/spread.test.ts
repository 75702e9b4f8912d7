// reading 31: deadlines are exact, the alerts of limits in days are spread over ten minutes by the report's number.
import { describe, expect, test } from 'vitest';
import { isLimitMissed } from '../../../sop/case.ts';
import { missedUnsaid } from '../../../sop/fire.ts';
import { askAgain, type Clock } from '../../../sop/time/clock.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import { spreadMs } from '../../../sop/time/spread.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { agency, echelon1, national } from '../../support/walks/small-ministry.ts';
import { by, byReporter, filed, nextTimer, optionsOf, rings, type Walk } from '../../support/walks/walk.ts';

const minute = 60_000;
// A Monday at the close, of a report whose alerts go out more than six minutes after.
const monday = '2026-11-02T09:00:00.000Z';
const number = 'LAP-2026-000003';
const spread = spreadMs(number);
const at = (walk: Walk, iso: string): Walk => ({ ...walk, now: Date.parse(iso) });
const after = (iso: string, ms: number) => new Date(Date.parse(iso) + ms).toISOString();

/** Fires every rung until then. */
function until(start: Walk, iso: string): Walk {
  let walk = start;
  for (let next = nextTimer(walk); next && next.now <= Date.parse(iso); next = nextTimer(walk)) walk = next;
  return at(walk, iso);
}

test('ten thousand reports in a row fill the ten minutes evenly, each always at its own moment', () => {
  const minutes = Array.from({ length: 10 }, () => 0);
  for (let n = 1; n <= 10_000; n += 1) {
    const ms = spreadMs(`LAP-2026-${String(n).padStart(6, '0')}`);
    expect(Number.isInteger(ms)).toBe(true);
    minutes[Math.floor(ms / minute)] = (minutes[Math.floor(ms / minute)] ?? 0) + 1;
  }
  expect(minutes).toHaveLength(10);
  for (const count of minutes) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  expect(spreadMs(number)).toBe(397_091);
});

describe('between a deadline and its alert', () => {
  // Row 4 has three days: Thursday at the close.
  const due = '2026-11-05T09:00:00.000Z';
  const inBetween = after(due, minute);
  const atRow4 = () => by(filed(monday, { number, agency }), agency, 'receive');

  test('the limit is missed already, and higher offices may recall (reading 18)', () => {
    const walk = until(
      by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive'),
      inBetween,
    );
    const waits = at(by(at(walk, '2026-11-02T09:00:01.000Z'), echelon1, 'accept'), inBetween);
    expect(waits.case.clocks.row).toMatchObject({ due, fired: 0 });
    expect(isLimitMissed(waits.case, inBetween)).toBe(true);
    expect(optionsOf(waits, national.id)).toEqual(['recall']);
  });

  test('who decides then has missed it: the breach is written first, to whom it would have gone', () => {
    const late = by(until(atRow4(), inBetween), agency, 'accept');
    const [breach, decision] = late.entries.slice(-2);
    expect(decision).toMatchObject({ type: 'accepted', at: inBetween });
    expect(breach).toMatchObject({
      type: 'breached',
      at: inBetween,
      step: 4,
      alert: { clock: 'row', due, officeIds: ['a', 'nasional'], charged: 'a' },
    });
    expect(late.case).toMatchObject({ step: 5, stay: { missed: true } });
    // What leaves the limit as it is waits for the alert.
    const said = byReporter(until(atRow4(), inBetween), 'message');
    expect(said.entries.at(-1)?.type).toBe('messaged');
    const [alert] = until(said, after(due, spread)).entries.slice(-1);
    expect(alert).toMatchObject({ type: 'breached', at: after(due, spread) });
  });

  test('before the warning went out too, the breach alone is written, and the warning no more', () => {
    const late = by(at(atRow4(), inBetween), agency, 'ask');
    expect(late.entries.at(-1)?.type).toBe('asked');
    const decided = by(late, agency, 'accept');
    expect(decided.entries.slice(-2).map(({ type }) => type)).toEqual(['breached', 'accepted']);
    expect(decided.entries.map(({ type }) => type)).not.toContain('warned');
  });

  test('only until the alert is due, which then rings as ever; and not once it has rung', () => {
    const { case: c } = until(atRow4(), inBetween);
    const alert = after(due, spread);
    expect([due, after(due, 1), after(alert, -1), alert].map((when) => missedUnsaid(c, when))).toEqual([
      [],
      ['row'],
      ['row'],
      [],
    ]);
    // As until 0.2.0, at the exact moment.
    const rang = { ...c, clocks: { ...c.clocks, row: { ...(c.clocks.row as Clock), fired: 2 } } };
    expect(missedUnsaid(rang, inBetween)).toEqual([]);
  });

  test('who decides at the last moment is in time', () => {
    const intime = by(at(until(atRow4(), after(due, -1)), due), agency, 'accept');
    expect(intime.entries.slice(-1)).toMatchObject([{ type: 'accepted' }]);
    expect(intime.entries.map(({ type }) => type)).not.toContain('breached');
  });

  test('the reporter is still heard at row 11, until the end is written', () => {
    const toE1 = by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive');
    const answered = by(by(toE1, echelon1, 'accept'), echelon1, 'answer');
    // Ten days after Monday: the Monday after next.
    const closes = '2026-11-16T09:00:00.000Z';
    expect(answered.case.clocks.row?.due).toBe(closes);
    const replied = byReporter(at(answered, after(closes, spread - 1)), 'reply');
    expect(replied.case).toMatchObject({
      status: 'answered',
      clocks: { row: { due: '2026-11-30T09:00:00.000Z' } },
    });
    expect(until(answered, after(closes, spread)).case.status).toBe('closed');
  });
});

test('minutes of office hours ring at once, and climb by working days within the ten minutes', () => {
  const walk = filed('2026-11-03T02:00:00.000Z', { number, agency });
  expect(walk.case.clocks.row?.rungs.map(({ at: when }) => when)).toEqual([
    '2026-11-03T02:45:00.000Z',
    '2026-11-03T03:00:00.000Z',
  ]);
  const below = by(by(at(walk, '2026-11-03T02:00:00.000Z'), agency, 'receive'), agency, 'accept', {
    target: echelon1,
  });
  expect(below.case.clocks.row?.rungs.map(({ at: when }) => when)).toEqual([
    '2026-11-03T02:45:00.000Z',
    '2026-11-03T03:00:00.000Z',
    after('2026-11-04T09:00:00.000Z', spread),
  ]);
});

test('what rang at the exact moment, as until 0.2.0, rings not again when it is asked for within the ten minutes', () => {
  const clock = filed(monday, { number }).case.clocks.row;
  if (!clock) throw new Error('no clock');
  const rang = { ...clock, fired: 2 };
  const context = {
    number,
    policy: policies.sop,
    policyVersion: 1,
    calendar: shippedCalendar,
    zone: 'Asia/Jakarta',
    ladder: ['nasional'],
  } as const;
  const again = clockFor({ ...askAgain(rang), begins: after(clock.due, minute) }, context);
  expect(again.fired).toBe(2);
  expect(again).not.toHaveProperty('skipped');
});

test('the walks ring less than a second after', () => {
  expect(rings(monday)).toBe(after(monday, 725));
});
