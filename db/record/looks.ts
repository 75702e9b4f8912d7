// Who looked at an identity or opened a file (reading 33): a chained log of its own, to which is only ever added.
import { type LookedAt, readingBounds, telling } from '../../sop/beside/looks.ts';
import type { Level } from '../../sop/terms.ts';
import { subtreeOf } from '../complaints/involved.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

export interface Look {
  number: string;
  what: LookedAt;
  username: string;
  byName: string;
  officeId: string;
  /** Whether that office held the report, was asked about it or had answered it. */
  inHand: boolean;
  /** `YYYY-MM-DD` and 0–23, by the clock of the office. */
  day: string;
  hour: number;
}

/** Each is written once a day, whoever tells it and however often. */
export async function insertLooks(db: Db, looks: readonly Look[]): Promise<void> {
  // In one order, so that two who write of the same reports never wait for each other.
  await db`
    insert into looks (number, what, username, by_name, office_id, in_hand, day, hour)
    select "number", "what", "username", "byName", "officeId", "inHand", "day", "hour"
    from jsonb_to_recordset(${db.json(looks)}::jsonb) given ("number" text, "what" text, "username" text,
      "byName" text, "officeId" text, "inHand" boolean, "day" date, "hour" smallint)
    order by "number", "day", "username", "what"
    on conflict do nothing`;
}

export interface LookRow {
  number: string;
  nth: number;
  at: Date;
  what: LookedAt;
  username: string;
  byName: string;
  office: { id: string; name: string; level: Level };
  inHand: boolean;
}

/**
 * Of one report, the latest first: by the offices under `top` (null: by all), before the place `before` in its chain.
 * Without `internal`, none of files between offices.
 */
export async function looksOf(
  db: Db,
  number: string,
  { top, internal, before, limit }: { top: string | null; internal: boolean; before?: number; limit: number },
): Promise<LookRow[]> {
  const rows = await db<LookRow[]>`
    with ${subtreeOf(db, top)}
    select l.number, l.nth, l.at, l.what, l.username, l.by_name, l.in_hand,
      json_build_object('id', o.id, 'name', o.name, 'level', o.level) as office
    from looks l join offices o on o.id = l.office_id
    where l.number = ${number} and (${internal} or l.what <> 'internal')
      and (${top}::text is null or l.office_id in (select id from subtree))
      and (${before ?? null}::int is null or l.nth < ${before ?? null}::int)
    order by l.nth desc limit ${limit}`;
  return asked(rows, 'number', number);
}

/** What one officer looked at on a day, a line a report. */
export interface ReadRow {
  number: string;
  /** The first time. */
  at: Date;
  what: LookedAt[];
  byName: string;
  office: LookRow['office'];
  inHand: boolean;
}

/** In the order of the numbers, after `after`; only what they read in offices under `top` (null: in any). */
export async function readBy(
  db: Db,
  { username, day }: Pick<Look, 'username' | 'day'>,
  { top, after, limit }: { top: string | null; after: string | undefined; limit: number },
): Promise<ReadRow[]> {
  return db<ReadRow[]>`
    with ${subtreeOf(db, top)}
    select l.number, min(l.at) as at, array_agg(l.what order by l.nth) as what, max(l.by_name) as by_name,
      bool_and(l.in_hand) as in_hand, json_build_object('id', o.id, 'name', o.name, 'level', o.level) as office
    from looks l join offices o on o.id = l.office_id
    where l.username = ${username} and l.day = ${day}::text::date and l.number > ${after ?? ''}
      and (${top}::text is null or l.office_id in (select id from subtree))
    group by l.number, o.id order by l.number limit ${limit}`;
}

export interface ReadingRow {
  username: string;
  name: string;
  office: string;
  /** `YYYY-MM-DD`. */
  day: string;
  reports: number;
  elsewhere: number;
  atNight: number;
  usual: number | null;
}

/** Days of late on which somebody read more than a bound that no day alone passes by chance; the latest first. */
export async function busyDays(db: Db): Promise<ReadingRow[]> {
  const { elsewhere, atNight, night, fewest, usualDays, shownDays } = readingBounds;
  return db<ReadingRow[]>`
    with days as (
      select username, day, max(by_name) as name, max(office_id) as office_id, count(distinct number) as reports,
        count(distinct number) filter (where not in_hand) as elsewhere,
        count(distinct number) filter (where hour >= ${night.from} or hour < ${night.to}) as at_night
      from looks where day > now()::date - ${usualDays + shownDays}::int and what = any(${telling as LookedAt[]})
      group by username, day
    )
    select d.username, d.name, o.name as office, to_char(d.day, 'YYYY-MM-DD') as day, d.reports, d.elsewhere,
      d.at_night, (select avg(b.reports)::float8 from days b where b.username = d.username and b.day < d.day
        and b.day >= d.day - ${usualDays}::int) as usual
    from days d join offices o on o.id = d.office_id
    where d.day > now()::date - ${shownDays}::int
      and (d.elsewhere > ${elsewhere} or d.at_night > ${atNight} or d.reports >= ${fewest})
    order by d.day desc, d.reports desc, d.username limit 100`;
}
