// A year of the calendar as it is edited: rows with keys of their own, beside what the API takes.
import type { CalendarYear, NewCalendarYear } from '../../api/types.ts';
import { mergeRows, rowChanges } from '../rules/merge.ts';

export interface DayRow {
  id: string;
  date: string;
  name: string;
  kind: string;
}

/** `HH:MM`. */
export type Span = [from: string, to: string];

export interface HoursRow {
  id: string;
  name: string;
  from: string;
  to: string;
  /** By ISO weekday, 1 Monday. */
  week: Record<string, Span[]>;
}

export interface YearDraft {
  /** Of this change; it begins empty each time. */
  decree?: string;
  days: DayRow[];
  hours: HoursRow[];
}

export type UsualHours = CalendarYear['hours'][number];

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

const dayContent = ({ date, name, kind }: DayRow) => ({ date, name, kind });
const hoursContent = ({ name, from, to, week }: HoursRow) => ({
  name,
  from,
  to,
  week: Object.fromEntries(
    weekdays.flatMap((day) => {
      const spans = week[day] ?? [];
      return spans.length > 0 ? [[day, spans]] : [];
    }),
  ),
});

/** The hours that lie within the year can be replaced with it; those that span years cannot. */
export function isWithin(year: number, { from, to }: { from: string; to: string }): boolean {
  return from.startsWith(`${year}-`) && to.startsWith(`${year}-`);
}

export function draftOf({ year, days, hours }: CalendarYear): YearDraft {
  return {
    days: days.map((day) => ({ id: day.date, ...day })),
    hours: hoursRowsOf(hours.filter((entry) => isWithin(year, entry))),
  };
}

export function hoursRowsOf(hours: UsualHours[]): HoursRow[] {
  return hours.map((entry) => ({
    id: `${entry.name} ${entry.from}`,
    ...entry,
    week: entry.week as HoursRow['week'],
  }));
}

export function hoursBodyOf(hours: HoursRow[]) {
  return hours.map(hoursContent);
}

export function mergeHours(base: HoursRow[], mine: HoursRow[], theirs: HoursRow[]): HoursRow[] {
  return mergeRows([base, mine, theirs], hoursContent, ({ from, name }) => `${from} ${name}`);
}

export function hoursChanges(base: HoursRow[], mine: HoursRow[]) {
  return rowChanges(base, mine, hoursContent);
}

/** In the order of the rows, so that the places in an error are theirs. */
export function bodyOf({ decree = '', days, hours }: YearDraft): NewCalendarYear {
  return {
    ...(decree.trim() && { decree: decree.trim() }),
    days: days.map(dayContent),
    hours: hoursBodyOf(hours),
  } as NewCalendarYear;
}

export function mergeYears(base: YearDraft, mine: YearDraft, theirs: YearDraft): YearDraft {
  return {
    ...(mine.decree && { decree: mine.decree }),
    days: mergeRows([base.days, mine.days, theirs.days], dayContent, ({ date }) => date),
    hours: mergeHours(base.hours, mine.hours, theirs.hours),
  };
}

/** What was added and removed, a changed row as both. */
export function changesOf(base: YearDraft, mine: YearDraft) {
  return {
    days: rowChanges(base.days, mine.days, dayContent),
    hours: hoursChanges(base.hours, mine.hours),
  };
}
