// The calendar (reading 16): whole, as deadlines need it, and by year, as ops change it.
import type { Calendar, OfficeHours } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface CalendarDay {
  /** Local date, `YYYY-MM-DD`. */
  date: string;
  name: string;
  kind: string;
}

/** The year's holidays and collective leave, in order. */
export async function daysOf(db: Db, year: number): Promise<CalendarDay[]> {
  return db<CalendarDay[]>`
    select date::text, name, kind from calendar_days where extract(year from date) = ${year} order by date`;
}

/** Office hours that touch the year. */
export async function hoursOf(db: Db, year: number): Promise<OfficeHours[]> {
  return db<OfficeHours[]>`
    select name, from_date::text as "from", to_date::text as "to", hours as week from calendar_hours
    where from_date <= make_date(${year}, 12, 31) and to_date >= make_date(${year}, 1, 1) order by from_date`;
}

/** Puts these days in the place of the year's. */
export async function replaceDays(db: Db, year: number, days: readonly CalendarDay[]): Promise<void> {
  await db`delete from calendar_days where extract(year from date) = ${year}`;
  if (days.length > 0) await db`insert into calendar_days ${db([...days], 'date', 'name', 'kind')}`;
}

/** Puts these in the place of the hours that lie within the year; those that span years stay. */
export async function replaceHours(db: Db, year: number, hours: readonly OfficeHours[]): Promise<void> {
  await db`
    delete from calendar_hours
    where from_date >= make_date(${year}, 1, 1) and to_date <= make_date(${year}, 12, 31)`;
  for (const { name, from, to, week } of hours) {
    await db`
      insert into calendar_hours (name, from_date, to_date, hours)
      values (${name}, ${from}, ${to}, ${db.json(week)})`;
  }
}

/** The calendar as it is now (reading 16). */
export async function readCalendar(db: Db): Promise<Calendar> {
  const rows = await db<{ days: [string, { name: string; kind: string }][]; hours: OfficeHours[] }[]>`
    select
      (select coalesce(json_agg(json_build_array(date, json_build_object('name', name, 'kind', kind))), '[]')
        from calendar_days) as days,
      (select coalesce(json_agg(json_build_object(
        'name', name, 'from', from_date, 'to', to_date, 'week', hours)), '[]') from calendar_hours) as hours`;
  const { days, hours } = one(rows);
  return { days: new Map(days), hours };
}
