// By which decree a year's calendar was changed, by whom, and what changed: append-only (reading 16).
import type { Db } from '../connection/client.ts';

export interface CalendarChange {
  /** As it is cited, e.g. `SKB 3 Menteri Nomor 1497 Tahun 2025`; null: none was named. */
  decree: string | null;
  what: string;
  at: Date;
  /** The name of who changed it. */
  by: string;
}

/** Appends it; in the transaction of the change itself. `by`: a username. */
export async function noteCalendarChange(
  db: Db,
  year: number,
  { decree, what, by }: { decree: string | null; what: string; by: string },
): Promise<void> {
  await db`insert into calendar_changes (year, decree, what, by) values (${year}, ${decree}, ${what}, ${by})`;
}

/** Of the year, the newest first, at most that many. */
export async function calendarChanges(db: Db, year: number, most: number): Promise<CalendarChange[]> {
  return db<CalendarChange[]>`
    select c.decree, c.what, c.at, u.name as by from calendar_changes c join users u on u.username = c.by
    where c.year = ${year} order by c.id desc limit ${most}`;
}

/** The one by which the year stands; null: none was named. */
export async function decreeOf(db: Db, year: number): Promise<string | null> {
  const [last] = await db<{ decree: string }[]>`
    select decree from calendar_changes where year = ${year} and decree is not null order by id desc limit 1`;
  return last?.decree ?? null;
}
