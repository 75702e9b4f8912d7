// Spans of office hours and limits, in words.
import type { OfficeTexts } from '../texts/office.ts';
import type { Limit } from '../api/types.ts';

type TimeTexts = OfficeTexts['words']['time'];

/** `2 hari kerja 3 jam`: whole working days, and office minutes besides. */
export function spanWords({ days, minutes }: { days: number; minutes: number }, time: TimeTexts): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${time.days(days)} ${time.hours(hours)}` : time.days(days);
  if (minutes < 1) return time.lessThanAMinute;
  const parts = [hours > 0 && time.hours(hours), rest > 0 && time.minutes(rest), time.working];
  return parts.filter(Boolean).join(' ');
}

/** The same for a row of a list, which has room for its greatest part alone: `2 hari kerja`, `4 jam kerja`. */
export function spanBriefly({ days, minutes }: { days: number; minutes: number }, time: TimeTexts): string {
  if (days > 0) return time.days(days);
  if (minutes < 1) return time.aMinute;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? time.hours(hours) : time.minutes(rest)} ${time.working}`;
}

/** `60 menit kerja`, `3 hari kerja`. */
export function limitWords(limit: Limit, time: TimeTexts): string {
  if ('workingDays' in limit) return time.days(limit.workingDays);
  if ('officeMinutes' in limit) return `${time.minutes(limit.officeMinutes)} ${time.working}`;
  return 'days' in limit ? time.calendarDays(limit.days) : time.seconds(limit.seconds);
}
