// Working days and office hours in an office's own zone (readings 1, 2, 16). Data in, answers out; instants are epoch milliseconds.
import { type Zone, zones } from '../offices.ts';

/** A local clock time as `HH:MM`. */
type Span = readonly [from: string, to: string];

/** Office hours over a span of local dates, by ISO weekday (1 Monday … 7 Sunday); a missing weekday is closed. */
export interface OfficeHours {
  name: string;
  /** Local dates, both included. */
  from: string;
  to: string;
  week: Readonly<Record<string, readonly Span[]>>;
}

export interface Calendar {
  /** Holidays and collective leave by local date, `YYYY-MM-DD`. */
  days: ReadonlyMap<string, { name: string; kind: string }>;
  /** The entry with the shortest span that covers a date counts (Ramadan over the year's), of two as short the first. */
  hours: readonly OfficeHours[];
  /** Hours of one office, which count before the common ones on the dates that they cover (reading 29). */
  own?: readonly OfficeHours[] | undefined;
}

/** The calendar of every office: the common one, and the hours that offices have of their own, by id. */
export interface Calendars extends Calendar {
  byOffice: ReadonlyMap<string, readonly OfficeHours[]>;
}

/** By the hours that offices have of their own: the same calendar each time, so that what its days come to is known. */
const ownCalendars = new WeakMap<Calendars, Map<readonly OfficeHours[] | undefined, Calendar>>();

/** The calendar that an office goes by (reading 29); the common one where no office is concerned. */
export function calendarOf(calendars: Calendars, officeId: string | null): Calendar {
  const { days, hours, byOffice } = calendars;
  const own = officeId === null ? undefined : byOffice.get(officeId);
  const known = remembered(ownCalendars, calendars);
  return remember(known, own, () => ({ days, hours, own }));
}

export interface Interval {
  from: number;
  to: number;
}

export const dayMs = 86_400_000;
const minuteMs = 60_000;
const offset = (zone: Zone) => zones[zone].hours * 3_600_000;

/** The local civil date of an instant, as days since 1970-01-01. */
export function localDay(ms: number, zone: Zone): number {
  return Math.floor((ms + offset(zone)) / dayMs);
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The instant at which a local day begins. */
export function startOfDay(day: number, zone: Zone): number {
  return day * dayMs - offset(zone);
}

/** Whether each year from the one instant to the other has decreed days: else what is reckoned there is provisional (reading 30). */
export function isDecreed(calendar: Calendar, zone: Zone, from: number, to: number): boolean {
  return firstUndecreed(calendar, zone, from, to) === undefined;
}

/** The years that have decreed days, in order. */
export function decreedYears({ days }: Calendar): number[] {
  return [...yearsOf(days)].toSorted((a, b) => a - b);
}

const decreed = new WeakMap<Calendar['days'], ReadonlySet<number>>();

function yearsOf(days: Calendar['days']): ReadonlySet<number> {
  const years = decreed.get(days) ?? new Set([...days.keys()].map((date) => Number(date.slice(0, 4))));
  decreed.set(days, years);
  return years;
}

/** The first year from the one instant to the other that has no decreed days. */
export function firstUndecreed(calendar: Calendar, zone: Zone, from: number, to: number): number | undefined {
  const years = yearsOf(calendar.days);
  const yearOf = (at: number) => Number(dateOf(localDay(at, zone)).slice(0, 4));
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!years.has(year)) return year;
  return undefined;
}

/** The last second of a local day, so that whoever reads it reads that day (reading 29). */
export function endOfDay(day: number, zone: Zone): number {
  return startOfDay(day + 1, zone) - 1_000;
}

/** The office intervals of a local day in order; empty on a day that is not worked. */
export function officeIntervals(calendar: Calendar, zone: Zone, day: number): Interval[] {
  const midnight = startOfDay(day, zone);
  return hoursOf(calendar, day).map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
}

/** Whether offices work on that local day: a weekday with hours, no holiday, no collective leave. */
export function isWorkingDay(calendar: Calendar, day: number): boolean {
  return hoursOf(calendar, day).length > 0;
}

/** What a calendar's days have come to, in milliseconds after midnight: one that is decreed anew is another calendar. */
const workedHours = new WeakMap<Calendar, Map<number, readonly Interval[]>>();

function hoursOf(calendar: Calendar, day: number): readonly Interval[] {
  return remember(remembered(workedHours, calendar), day, () =>
    spansOf(calendar, day).map(([from, to]) => ({
      from: minutes(from) * minuteMs,
      to: minutes(to) * minuteMs,
    })),
  );
}

function remembered<K extends object, Key, V>(all: WeakMap<K, Map<Key, V>>, of: K): Map<Key, V> {
  const known = all.get(of) ?? new Map<Key, V>();
  all.set(of, known);
  return known;
}

function remember<Key, V>(known: Map<Key, V>, key: Key, reckon: () => V): V {
  const value = known.get(key) ?? reckon();
  known.set(key, value);
  return value;
}

function spansOf(calendar: Calendar, day: number): readonly Span[] {
  const date = dateOf(day);
  if (calendar.days.has(date)) return [];
  const best = shortest(calendar.own, date) ?? shortest(calendar.hours, date);
  // 1970-01-01 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return best?.week[String(weekday)] ?? [];
}

function shortest(hours: readonly OfficeHours[] = [], date: string): OfficeHours | undefined {
  let best: OfficeHours | undefined;
  for (const entry of hours) {
    if (date >= entry.from && date <= entry.to && (!best || length(entry) < length(best))) best = entry;
  }
  return best;
}

function length({ from, to }: OfficeHours): number {
  return Date.parse(to) - Date.parse(from);
}

function minutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** The Monday of that day's week. */
export function mondayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Whether it is worked, and no day of its week before it is. */
export function isFirstWorkingDayOfWeek(calendar: Calendar, day: number): boolean {
  for (let before = mondayOf(day); before < day; before += 1) {
    if (isWorkingDay(calendar, before)) return false;
  }
  return isWorkingDay(calendar, day);
}
