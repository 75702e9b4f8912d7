// Which sums a period is made of: all time, or whole months of receipt in WIB and days beside them; and what no sum holds.
import { publicZone } from '../../sop/offices.ts';
import { dateOf, dayMs, localDay, startOfDay } from '../../sop/time/calendar.ts';

/** Received at or after `from`, and before `to`: instants, ISO 8601 UTC; null: unbounded. */
export interface Received {
  from: string | null;
  to: string | null;
}

export interface Span {
  /** The sums: those whose span, as text, is at or after the first, and before the second. */
  sums: [from: string, before: string][];
  /** What they hold; absent: nothing. */
  summed: Received | undefined;
  /** Beside it, to be counted report by report. */
  edges: Received[];
}

/** Spans of sums: of all time, of a month `2026-11`, of a day `d2026-11-05`; in this order as texts. */
export const allTime = '';
const [aMonth, aDay] = ['0', 'd'];

/** Nothing is received before or after (migration 0018). */
const [earliest, latest] = [startOf('1900-01'), startOf('2300-01')];

/** `byDay`: whether there are sums of days. */
export function spanOf({ from, to }: Received, byDay: boolean): Span {
  if (from === null && to === null) {
    return { sums: [[allTime, aMonth]], summed: { from, to }, edges: [] };
  }
  const [begins, ends] = [from === null ? null : within(from), to === null ? null : within(to)];
  const begin =
    begins === null ? null : byDay ? startOfDayOf(begins + dayMs - 1) : startOf(firstWhole(begins));
  const end = ends === null ? null : byDay ? startOfDayOf(ends) : startOf(monthOf(ends));
  if (begin !== null && end !== null && begin >= end) {
    return { sums: [], summed: undefined, edges: [...between(begins, ends)] };
  }
  return {
    sums: sumsOf(begin, end),
    summed: { from: iso(begin), to: iso(end) },
    edges: [...between(begins, begin), ...between(end, ends)],
  };
}

/** Of months as far as they are whole. */
function sumsOf(begin: number | null, end: number | null): Span['sums'] {
  const first = begin === null ? null : startOf(firstWhole(begin));
  const last = end === null ? null : startOf(monthOf(end));
  if (first !== null && last !== null && first >= last) return days(begin, end);
  return [
    ...days(begin, first),
    [first === null ? aMonth : monthOf(first), last === null ? aDay : monthOf(last)],
    ...days(last, end),
  ];
}

function days(from: number | null, before: number | null): Span['sums'] {
  if (from === null || before === null || from >= before) return [];
  return [[aDay + dayOf(from), aDay + dayOf(before)]];
}

function between(from: number | null, to: number | null): Received[] {
  return from === null || to === null || from >= to ? [] : [{ from: iso(from), to: iso(to) }];
}

function within(at: string): number {
  return Math.min(Math.max(Date.parse(at), earliest), latest);
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function firstWhole(at: number): string {
  const month = monthOf(at);
  if (startOf(month) === at) return month;
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth)).toISOString().slice(0, 7);
}

function monthOf(at: number): string {
  return dayOf(at).slice(0, 7);
}

function dayOf(at: number): string {
  return dateOf(localDay(at, publicZone));
}

function startOf(month: string): number {
  return startOfDay(Date.parse(`${month}-01`) / dayMs, publicZone);
}

function startOfDayOf(at: number): number {
  return startOfDay(localDay(at, publicZone), publicZone);
}
