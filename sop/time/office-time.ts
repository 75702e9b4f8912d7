// Arithmetic in office time: how much of it lies between two instants, and when so much of it has passed.
import { type Calendar, dayMs, isWorkingDay, localDay, officeIntervals, startOfDay } from './calendar.ts';
import type { Zone } from '../offices.ts';

/** No limit reaches further; a calendar without working days ends here instead of never. */
const horizonDays = 20 * 366;

/** The day that `step` lands on is not within the calendar's reach. */
function beyond(): never {
  throw new RangeError('The calendar has no working day within twenty years.');
}

/** Office milliseconds between two instants; negative when `to` is earlier. */
export function officeMsBetween(calendar: Calendar, zone: Zone, from: number, to: number): number {
  if (to < from) return -officeMsBetween(calendar, zone, to, from);
  let total = 0;
  for (let day = localDay(from, zone); day <= localDay(to, zone); day += 1) {
    for (const interval of officeIntervals(calendar, zone, day)) {
      total += Math.max(0, Math.min(to, interval.to) - Math.max(from, interval.from));
    }
  }
  return total;
}

/** The working days that lie whole between two instants, and the office milliseconds besides. */
export function officeSpan(
  calendar: Calendar,
  zone: Zone,
  from: number,
  to: number,
): { days: number; ms: number } {
  let [days, ms] = [0, 0];
  for (let day = localDay(from, zone); day <= localDay(to, zone); day += 1) {
    const intervals = officeIntervals(calendar, zone, day);
    const [opens = 0, closes = 0] = [intervals[0]?.from, intervals.at(-1)?.to];
    const whole = intervals.length > 0 && from <= opens && closes <= to;
    if (whole) days += 1;
    else
      ms += officeMsBetween(
        calendar,
        zone,
        Math.max(from, startOfDay(day, zone)),
        Math.min(to, startOfDay(day + 1, zone)),
      );
  }
  return { days, ms };
}

/** When the stretch of office hours ends that `at` lies in; null outside of office hours. */
export function passesUntil(calendar: Calendar, zone: Zone, at: number): number | null {
  const within = officeIntervals(calendar, zone, localDay(at, zone)).find(
    ({ from, to }) => from <= at && at < to,
  );
  return within?.to ?? null;
}

/** When the next stretch of office hours begins after `at`; null: not within two weeks. */
export function passesAgain(calendar: Calendar, zone: Zone, at: number): number | null {
  const first = localDay(at, zone);
  for (let day = first; day < first + 14; day += 1) {
    const next = officeIntervals(calendar, zone, day).find(({ from }) => from > at);
    if (next) return next.from;
  }
  return null;
}

/** The first instant by which `ms` (≥ 0) of office time have passed since `from` (reading 2). */
export function addOfficeMs(calendar: Calendar, zone: Zone, from: number, ms: number): number {
  if (ms <= 0) return from;
  let left = ms;
  const first = localDay(from, zone);
  for (let day = first; day < first + horizonDays; day += 1) {
    for (const interval of officeIntervals(calendar, zone, day)) {
      const start = Math.max(from, interval.from);
      if (start >= interval.to) continue;
      if (interval.to - start >= left) return start + left;
      left -= interval.to - start;
    }
  }
  return beyond();
}

/** The close of office hours of the Nth working day after the local day of `from`, which itself never counts (reading 1). */
export function closeOfWorkingDay(calendar: Calendar, zone: Zone, from: number, n: number): number {
  let left = n;
  const first = localDay(from, zone);
  for (let day = first + 1; day < first + horizonDays; day += 1) {
    if (isWorkingDay(calendar, day)) left -= 1;
    if (left === 0) return closeOf(calendar, zone, day);
  }
  return beyond();
}

/** Working days after the local day of `from`, up to and including that of `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, zone: Zone, from: number, to: number): number {
  const [first, last] = [localDay(from, zone), localDay(to, zone)];
  let count = 0;
  for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day += 1) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return last >= first ? count : 0 - count;
}

/** The close of office hours of a working day. */
export function closeOf(calendar: Calendar, zone: Zone, day: number): number {
  return officeIntervals(calendar, zone, day).at(-1)?.to ?? (day + 1) * dayMs;
}
