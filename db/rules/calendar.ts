// The calendar (reading 16): whole, as deadlines need it, and by year, as ops change it.
import type { Calendars, OfficeHours } from '../../sop/time/calendar.ts';
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

/** Hours that an office has of its own, in order; they count before the common ones (reading 29). */
export async function hoursOfOffice(db: Db, officeId: string): Promise<OfficeHours[]> {
  return db<OfficeHours[]>`
    select name, from_date::text as "from", to_date::text as "to", hours as week from office_hours
    where office_id = ${officeId} order by from_date, name`;
}

/** Puts these in the place of the office's own; none: it goes by the common ones. */
export async function replaceHoursOfOffice(
  db: Db,
  officeId: string,
  hours: readonly OfficeHours[],
): Promise<void> {
  await db`delete from office_hours where office_id = ${officeId}`;
  for (const { name, from, to, week } of hours) {
    await db`
      insert into office_hours (office_id, name, from_date, to_date, hours)
      values (${officeId}, ${name}, ${from}, ${to}, ${db.json(week)})`;
  }
}

/** The calendar as it is now (reading 16), with the hours that offices have of their own (reading 29). */
export async function readCalendar(db: Db): Promise<Calendars> {
  const hours = db`json_build_object('name', name, 'from', from_date, 'to', to_date, 'week', hours)`;
  const rows = await db<
    {
      days: [string, { name: string; kind: string }][];
      hours: OfficeHours[];
      own: [string, OfficeHours[]][];
    }[]
  >`
    select
      (select coalesce(json_agg(json_build_array(date, json_build_object('name', name, 'kind', kind))), '[]')
        from calendar_days) as days,
      (select coalesce(json_agg(${hours} order by from_date), '[]') from calendar_hours) as hours,
      (select coalesce(json_agg(json_build_array(office_id, own)), '[]') from (
        select office_id, json_agg(${hours} order by from_date) as own from office_hours group by office_id
      ) offices) as own`;
  const { days, hours: common, own } = one(rows);
  return { days: new Map(days), hours: common, byOffice: new Map(own) };
}
