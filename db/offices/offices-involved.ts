import type { Db } from '../connection/client.ts';

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
      select p.number, o.parent_id from part p join offices o on o.id = p.id where o.parent_id is not null
    )
    select number, array_agg(id) as office_ids from part group by number`;
  return new Map(rows.map(({ number, officeIds }) => [number, new Set(officeIds)]));
}
