// Who may see a complaint: the offices that have or had a part in it, and all above them.
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

/**
 * A condition on complaint `c`: an office of the subtree under `officeId` holds it, held it, is asked about it (reading
 * 24), or it was filed straight to it. National and ops see all: give null.
 */
export function involves(db: Db, officeId: string | null) {
  return officeId === null ? db`true` : involvesSubtree(db);
}

/** The same of the common table `subtree`, whatever it grew from. */
export function involvesSubtree(db: Db) {
  return db`(c.holder_id in (select id from subtree) or c.agency_id in (select id from subtree)
    or c.filed_by_office_id in (select id from subtree)
    or exists (select from visits v where v.number = c.number and v.office_id in (select id from subtree))
    or exists (select from consultations k where k.number = c.number and k.status = 'open'
      and k.office_id in (select id from subtree)))`;
}

/** The common table expression that `involves` needs. */
export function subtreeOf(db: Db, officeId: string | null) {
  return db`recursive ${subtreeFrom(db, db`select id from offices where id = ${officeId}`)}`;
}

/** The same from the offices that a query gives, to stand in a `with recursive`. */
export function subtreeFrom(db: Db, roots: ReturnType<typeof involvesSubtree>) {
  return db`subtree as (
    ${roots}
    -- reading 27: what an office had is its successor's.
    union select o.id from offices o join subtree s on s.id in (o.parent_id, o.successor_id))`;
}

/** Whether the offices under `officeId` have or had a part in that complaint. */
export async function isInvolved(db: Db, number: string, officeId: string | null): Promise<boolean> {
  const rows = await db<{ number: string }[]>`
    with ${subtreeOf(db, officeId)}
    select c.number from complaints c where c.number = ${number} and ${involves(db, officeId)}`;
  return asked(rows, 'number', number).length === 1;
}

/** Whether there is such an office under `top`; null: anywhere. */
export async function isInSubtree(db: Db, officeId: string, top: string | null): Promise<boolean> {
  const rows = await db<{ id: string }[]>`
    with ${subtreeOf(db, top)}
    select id from offices where id = ${officeId} and (${top}::text is null or id in (select id from subtree))`;
  return asked(rows, 'id', officeId).length === 1;
}

/**
 * For each of those numbers the offices that may see it: those that `involves` says have or had a part in it, and all
 * above them. National and ops see all and are not asked for. One query, whatever the number of readers.
 */
export async function officesInvolved(db: Db, numbers: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await db<{ number: string; officeIds: string[] }[]>`
    with recursive part as (
      select c.number, office.id
      from complaints c, lateral (values (c.holder_id), (c.agency_id), (c.filed_by_office_id)) office (id)
      where c.number = any(${numbers as string[]}) and office.id is not null
      union
      select v.number, v.office_id from visits v
      where v.number = any(${numbers as string[]}) and v.office_id is not null
      union
      select k.number, k.office_id from consultations k
      where k.number = any(${numbers as string[]}) and k.status = 'open'
      union
      select p.number, above.id from part p join offices o on o.id = p.id
        join offices above on above.id in (o.parent_id, o.successor_id)
    )
    select number, array_agg(id) as office_ids from part group by number`;
  return new Map(rows.map(({ number, officeIds }) => [number, new Set(officeIds)]));
}
