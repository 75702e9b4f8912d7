// Deadlines through pauses against a reckoning of its own, minute by minute over the printed days (readings 11, 13, 15, 17, 29, 31).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import data from '../../../sop/time/calendar-id.json' with { type: 'json' };
import type { Pause } from '../../../sop/time/clock.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import { officeMsBetween } from '../../../sop/time/office-time.ts';
import { spreadMs } from '../../../sop/time/spread.ts';
import { type Calendars, calendarOf, type OfficeHours } from '../../../sop/time/calendar.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { type Limit, limitKinds } from '../../../sop/terms.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';

const minute = 60_000;
/** Its alerts go out six minutes after. */
const number = 'LAP-2026-000003';
const off = new Set(Object.values(data.years).flatMap((days) => days.map(({ date }) => date)));
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Makassar',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Whether the minute that begins at `at` is worked in WITA; by an office that serves from Monday to Saturday, if `serves`. */
function isWorked(at: number, serves: boolean): boolean {
  const [date = '', time = ''] = clockTime.format(at).split(', ');
  const [day, month, year] = date.split('/');
  const iso = `${year}-${month}-${day}`;
  const weekday = new Date(iso).getUTCDay();
  if (weekday === 0 || off.has(iso)) return false;
  if (serves) return time >= '06:00' && time < (weekday === 6 ? '12:00' : '20:00');
  if (weekday === 6) return false;
  const ramadan = iso >= '2026-02-19' && iso <= '2026-03-19';
  const friday = weekday === 5;
  const within = (from: string, to: string) => time >= from && time < to;
  return ramadan
    ? within('08:00', friday ? '11:30' : '12:00') || within('12:30', friday ? '15:30' : '15:00')
    : within('07:30', friday ? '11:30' : '12:00') || within('13:00', friday ? '16:30' : '16:00');
}

/** The worked minutes of ten weeks about the beginning of Ramadan 2026, by their beginnings. */
const begins = Date.parse('2026-01-26T00:00:00+08:00');
const every = Array.from({ length: 70 * 1440 }, (_, n) => begins + n * minute);
const dayOf = (at: number) => Math.floor((at + 8 * 60 * minute) / (1440 * minute));
/** The minutes that count, and the end of the last one of each day that has any. */
const countable = (counts: (at: number) => boolean) => {
  const minutes = every.filter(counts);
  return { minutes, ends: [...new Map(minutes.map((at) => [dayOf(at), at + minute])).values()] };
};
const common = countable((at) => isWorked(at, false));
const serving = countable((at) => isWorked(at, true));
const civil = countable(() => true);

interface Counting {
  limit: Limit;
  /** reading 29: by hours of the office's own. */
  serves: boolean;
  from: number;
}
const countedBy = ({ limit, serves }: Counting) => ('days' in limit ? civil : serves ? serving : common);
const daysOf = (limit: Limit) =>
  'days' in limit ? limit.days : 'workingDays' in limit ? limit.workingDays : undefined;
const stillIn = (pauses: readonly { from: number; to: number }[]) => (at: number) =>
  pauses.some((pause) => at >= pause.from && at < pause.to);

/** How many minutes it has: of days, those up to the end of the last. */
function minutesOf(one: Counting): number {
  const { minutes, ends } = countedBy(one);
  if ('officeMinutes' in one.limit) return one.limit.officeMinutes;
  const end = ends.filter((at) => dayOf(at - minute) > dayOf(one.from))[(daysOf(one.limit) ?? 1) - 1] ?? 0;
  return minutes.filter((at) => at >= one.from && at < end).length;
}

/** The end by counting minutes: those in a pause are not counted. A calendar day is read to its last second. */
function counted(one: Counting, pauses: readonly { from: number; to: number }[]): number {
  const { minutes, ends } = countedBy(one);
  const still = stillIn(pauses);
  let left = minutesOf(one);
  const last = minutes.find((at) => at >= one.from && !still(at) && (left -= 1) === 0) ?? 0;
  if ('officeMinutes' in one.limit) return last + minute;
  const close = ends.find((at) => at > last) ?? 0;
  return 'days' in one.limit ? close - 1_000 : close;
}

/** As ops give it to one office. */
const round = [['06:00', '20:00']] as const;
const serves: OfficeHours = {
  name: 'Pelayanan',
  from: '2026-01-01',
  to: '2026-12-31',
  week: { 1: round, 2: round, 3: round, 4: round, 5: round, 6: [['06:00', '12:00']] },
};
const calendars: Calendars = { ...shippedCalendar, byOffice: new Map([['serves', [serves]]]) };

const limits = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map((workingDays): Limit => ({ workingDays })),
  fc.integer({ min: 1, max: 2_000 }).map((officeMinutes): Limit => ({ officeMinutes })),
  fc.integer({ min: 1, max: 20 }).map((days): Limit => ({ days })),
);
const lives = fc.record({
  limit: limits,
  serves: fc.boolean(),
  kind: fc.constantFrom(...limitKinds),
  from: fc.integer({ min: 0, max: 20 * 1440 }),
  // Each stop some minutes after it went on last, for some minutes.
  gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 4_000 })), {
    maxLength: 3,
  }),
});

test('the deadline and the warning are where the minutes end, whatever stopped between', () => {
  fc.assert(
    fc.property(lives, ({ limit, serves: own, kind, from: after, gaps }) => {
      const from = begins + after * minute;
      const one = { limit, serves: own, from };
      const rows = { ...policies.sop.rows, 2: { default: { seconds: 1 }, [kind]: limit } };
      const officeId = own ? 'serves' : 'a';
      const calendar = calendarOf(calendars, officeId);
      const clock = (pauses: Pause[]) =>
        clockFor(
          { clock: 'row', step: 2, kind, officeId, from: new Date(from).toISOString(), pauses },
          {
            number,
            policy: { ...policies.sop, rows },
            policyVersion: 1,
            calendar,
            zone: 'Asia/Makassar',
            ladder: [officeId, 'n'],
          },
        );
      let at = from;
      const pauses: { from: number; to: number }[] = [];
      for (const [run, stop] of gaps) {
        const pause = { from: at + run * minute, to: at + (run + stop) * minute };
        // One that comes when the limit is used up finds nothing that remains.
        if (counted(one, pauses) <= pause.from || usedUpBefore(one, pauses, pause.from)) break;
        pauses.push(pause);
        at = pause.to;
      }
      const asked = pauses.map((pause) => ({
        from: new Date(pause.from).toISOString(),
        to: new Date(pause.to).toISOString(),
      }));
      const due = Date.parse(clock(asked).due);
      expect(new Date(due).toISOString()).toBe(new Date(counted(one, pauses)).toISOString());
      const still = stillIn(pauses);
      const { rungs } = clock(asked);
      const spread = 'officeMinutes' in limit ? 0 : spreadMs(number);
      const warn = Date.parse(rungs[0]?.at ?? '') - spread;
      const used = countedBy(one).minutes.filter((m) => m >= from && m + minute <= warn && !still(m)).length;
      expect(Math.abs(used - minutesOf(one) * 0.75)).toBeLessThanOrEqual(1);
      // reading 31: the deadline is exact, its alert is not.
      expect(Date.parse(rungs[1]?.at ?? '')).toBe(due + spread);
      // reading 17: what is consumed of a limit in minutes by its end is the limit.
      if ('officeMinutes' in limit) {
        const span = (a: number, b: number) => officeMsBetween(calendar, 'Asia/Makassar', a, b);
        const paused = pauses.reduce((sum, pause) => sum + span(pause.from, Math.min(pause.to, due)), 0);
        expect(span(from, due) - paused).toBe(limit.officeMinutes * minute);
      }
    }),
    { numRuns: 150 },
  );
});

/** Whether every minute of the limit has been used by `at`, so that only the rest of its last day is left. */
function usedUpBefore(one: Counting, pauses: readonly { from: number; to: number }[], at: number): boolean {
  const still = stillIn(pauses);
  const used = countedBy(one).minutes.filter((m) => m >= one.from && m < at && !still(m)).length;
  return used >= minutesOf(one);
}
