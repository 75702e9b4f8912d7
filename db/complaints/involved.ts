import type { Db } from '../connection/client.ts';
import { asked } from '../connection/asked.ts';

/**
 * A condition on complaint `c`: an office of the subtree under `officeId` holds it, held it, or it was filed straight
 * to it. National and ops see all: give null.
 */
export function involves(db: Db, officeId: string | null) {
  if (officeId === null) return db`true`;
  return db`(c.holder_id in (select id from subtree) or c.agency_id in (select id from subtree)
    or c.filed_by_office_id in (select id from subtree)
    or exists (select from visits v where v.number = c.number and v.office_id in (select id from subtree)))`;
}

/** The common table expression that `involves` needs. */
export function subtreeOf(db: Db, officeId: string | null) {
  return db`recursive subtree as (
    select id from offices where id = ${officeId}
    union select o.id from offices o join subtree s on o.parent_id = s.id)`;
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
