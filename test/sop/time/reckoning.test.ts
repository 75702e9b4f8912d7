// Deadlines through pauses against a reckoning of its own, minute by minute over the printed days (readings 11, 13, 15, 17).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import data from '../../../sop/time/calendar-id.json' with { type: 'json' };
import type { Pause } from '../../../sop/time/clock.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import { officeMsBetween } from '../../../sop/time/office-time.ts';
import { policies } from '../../../sop/policy/policy.ts';
import type { Limit } from '../../../sop/terms.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';

const minute = 60_000;
const off = new Set(Object.values(data.years).flatMap((days) => days.map(({ date }) => date)));
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Makassar',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Whether the minute that begins at `at` is worked in WITA. */
function isWorked(at: number): boolean {
  const [date = '', time = ''] = clockTime.format(at).split(', ');
  const [day, month, year] = date.split('/');
  const iso = `${year}-${month}-${day}`;
  const weekday = new Date(iso).getUTCDay();
  if (weekday === 0 || weekday === 6 || off.has(iso)) return false;
  const ramadan = iso >= '2026-02-19' && iso <= '2026-03-19';
  const friday = weekday === 5;
  const within = (from: string, to: string) => time >= from && time < to;
  return ramadan
    ? within('08:00', friday ? '11:30' : '12:00') || within('12:30', friday ? '15:30' : '15:00')
    : within('07:30', friday ? '11:30' : '12:00') || within('13:00', friday ? '16:30' : '16:00');
}

/** The worked minutes of ten weeks about the beginning of Ramadan 2026, by their beginnings. */
const begins = Date.parse('2026-01-26T00:00:00+08:00');
const worked: number[] = [];
for (let at = begins; at < begins + 70 * 1440 * minute; at += minute) if (isWorked(at)) worked.push(at);
const dayOf = (at: number) => Math.floor((at + 8 * 60 * minute) / (1440 * minute));
/** The end of the last worked minute of each worked day. */
const closes = [...new Map(worked.map((at) => [dayOf(at), at + minute])).values()];

/** The end by counting minutes: those in a pause are not counted. */
function counted(limit: Limit, from: number, pauses: readonly { from: number; to: number }[]): number {
  const start =
    'workingDays' in limit
      ? closes.filter((at) => dayOf(at) > dayOf(from))[limit.workingDays - 1]
      : undefined;
  const still = (at: number) => pauses.some((pause) => at >= pause.from && at < pause.to);
  let left =
    'officeMinutes' in limit
      ? limit.officeMinutes
      : worked.filter((at) => at >= from && at < (start ?? 0)).length;
  const last = worked.find((at) => at >= from && !still(at) && (left -= 1) === 0) ?? 0;
  return start === undefined ? last + minute : (closes.find((at) => at > last) ?? 0);
}

const limits = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map((workingDays): Limit => ({ workingDays })),
  fc.integer({ min: 1, max: 2_000 }).map((officeMinutes): Limit => ({ officeMinutes })),
);
const lives = fc.record({
  limit: limits,
  from: fc.integer({ min: 0, max: 20 * 1440 }),
  // Each stop some minutes after it went on last, for some minutes.
  gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 4_000 })), {
    maxLength: 3,
  }),
});

test('the deadline and the warning are where the minutes end, whatever stopped between', () => {
  fc.assert(
    fc.property(lives, ({ limit, from: after, gaps }) => {
      const from = begins + after * minute;
      const policy = { ...policies.sop, rows: { ...policies.sop.rows, 2: limit } };
      const clock = (pauses: Pause[]) =>
        clockFor(
          { clock: 'row', step: 2, officeId: 'a', from: new Date(from).toISOString(), pauses },
          { policy, policyVersion: 1, calendar: shippedCalendar, zone: 'Asia/Makassar', ladder: ['a', 'n'] },
        );
      let at = from;
      const pauses: { from: number; to: number }[] = [];
      for (const [run, stop] of gaps) {
        const pause = { from: at + run * minute, to: at + (run + stop) * minute };
        // One that comes when the limit is used up finds nothing that remains.
        if (counted(limit, from, pauses) <= pause.from || usedUpBefore(limit, from, pauses, pause.from))
          break;
        pauses.push(pause);
        at = pause.to;
      }
      const asked = pauses.map((pause) => ({
        from: new Date(pause.from).toISOString(),
        to: new Date(pause.to).toISOString(),
      }));
      const due = Date.parse(clock(asked).due);
      expect(new Date(due).toISOString()).toBe(new Date(counted(limit, from, pauses)).toISOString());
      const still = (minuteAt: number) =>
        pauses.some((pause) => minuteAt >= pause.from && minuteAt < pause.to);
      const first = counted(limit, from, []);
      const total = worked.filter((m) => m >= from && m < first).length;
      const warn = Date.parse(clock(asked).rungs[0]?.at ?? '');
      const used = worked.filter((m) => m >= from && m + minute <= warn && !still(m)).length;
      expect(Math.abs(used - total * 0.75)).toBeLessThanOrEqual(1);
      // reading 17: what is consumed of a limit in minutes by its end is the limit.
      if ('officeMinutes' in limit) {
        const span = (a: number, b: number) => officeMsBetween(shippedCalendar, 'Asia/Makassar', a, b);
        const paused = pauses.reduce((sum, pause) => sum + span(pause.from, Math.min(pause.to, due)), 0);
        expect(span(from, due) - paused).toBe(limit.officeMinutes * minute);
      }
    }),
    { numRuns: 150 },
  );
});

/** Whether every minute of the limit has been used by `at`, so that only the rest of its last day is left. */
function usedUpBefore(
  limit: Limit,
  from: number,
  pauses: readonly { from: number; to: number }[],
  at: number,
): boolean {
  const first = counted(limit, from, []);
  const total =
    'officeMinutes' in limit ? limit.officeMinutes : worked.filter((m) => m >= from && m < first).length;
  const still = (m: number) => pauses.some((pause) => m >= pause.from && m < pause.to);
  return worked.filter((m) => m >= from && m < at && !still(m)).length >= total;
}
