// What is left of a limit, as people say it: office minutes, working days. Instants are ISO 8601 UTC.
import type { Zone } from '../offices.ts';
import type { Calendar } from './calendar.ts';
import { officeMsBetween, officeSpan, workingDaysBetween } from './office-time.ts';

/**
 * Office minutes and working days left until `due`; negative when it has passed. `span` says the minutes as people do:
 * whole working days, each as long as the calendar has it, and office minutes besides.
 */
export function remaining(
  now: string,
  due: string,
  zone: Zone,
  calendar: Calendar,
): { minutes: number; workingDays: number; span: { days: number; minutes: number } } {
  const [from, to] = [Date.parse(now), Date.parse(due)];
  const { days, ms } = officeSpan(calendar, zone, Math.min(from, to), Math.max(from, to));
  return {
    minutes: Math.round(officeMsBetween(calendar, zone, from, to) / 60_000),
    workingDays: workingDaysBetween(calendar, zone, from, to),
    span: { days, minutes: Math.round(ms / 60_000) },
  };
}
