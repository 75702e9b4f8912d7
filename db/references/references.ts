// The numbers by which other systems know a report (reading 28): added, never taken away, chained by the database.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked } from '../connection/rows.ts';

export interface Reference {
  /** Whose number it is; capitals do not matter, and there is no colon in it. */
  source: string;
  id: string;
}

/** The source of the ids under which an import files (`externalId`). */
export const importSource = 'impor';

export interface ReferenceRow extends Reference {
  number: string;
  at: Date;
  /** The officer who gave it, and their office of then; null: nobody knows any more. */
  byName: string | null;
  office: string | null;
}

/** In the order in which they came. */
export async function referencesOf(db: Db, number: string): Promise<ReferenceRow[]> {
  const rows = await db<ReferenceRow[]>`
    select r.number, r.source, r.id, r.at, r.by_name, o.name as office
    from complaint_references r left join offices o on o.id = r.office_id
    where r.number = ${number} order by r.nth`;
  return asked(rows, 'number', number);
}

/** Adds it and tells whoever looks on; undefined when it is known already, of whatever report. */
export async function addReference(
  db: Db,
  number: string,
  { source, id }: Reference,
  by: { name: string; officeId: string },
): Promise<{ nth: number; at: Date } | undefined> {
  const [row] = await db<{ nth: number; at: Date }[]>`
    with added as (
      insert into complaint_references (number, source, id, by_name, office_id)
      values (${number}, ${source}, ${id}, ${by.name}, ${by.officeId})
      on conflict (lower(source), id) do nothing returning number, nth, at
    ) select nth, at, pg_notify(${channels.complaints}, number) from added`;
  return row;
}

/** Those that came with filings, in order; gives how many of them were not known already. */
export async function addFiledReferences(
  db: Db,
  all: readonly (Reference & { number: string })[],
  by: { name: string; officeId: string },
): Promise<number> {
  const rows = await db`
    insert into complaint_references (number, source, id, by_name, office_id)
    select number, source, id, ${by.name}, ${by.officeId}
    from unnest(${all.map(({ number }) => number)}::text[], ${all.map(({ source }) => source)}::text[],
      ${all.map(({ id }) => id)}::text[]) with ordinality r (number, source, id, n) order by n
    on conflict (lower(source), id) do nothing returning nth`;
  return rows.length;
}

/** The report that bears it. */
export async function bearerOf(db: Db, { source, id }: Reference): Promise<string | undefined> {
  const [row] = await db<{ number: string }[]>`
    select number from complaint_references where lower(source) = lower(${source}) and id = ${id}`;
  return row?.number;
}

/** A condition on complaint `c`: it bears that one. */
export function bears(db: Db, { source, id }: Reference) {
  return db`c.number = (select number from complaint_references where lower(source) = lower(${source}) and id = ${id})`;
}

/** A condition on complaint `c`: it bears that number, whoever's it is. Asked for once, so that an index finds it. */
export function bearsNumber(db: Db, id: string) {
  return db`c.number = any(array(select number from complaint_references where lower(id) = lower(${id})))`;
}

/** Those of complaint `c` in one cell: `source:id; source:id`, null without one. */
export function referencesInOne(db: Db) {
  return db`(select string_agg(r.source || ':' || r.id, '; ' order by r.nth) from complaint_references r
    where r.number = c.number)`;
}
