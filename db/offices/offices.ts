// Offices as ops keep them.
import type { Changes } from '../changes.ts';
import type { Db } from '../connection/client.ts';
import { officersOf, type StaffedOffice } from './office-tree.ts';

export interface KeptOffice extends StaffedOffice {
  email: string | null;
  active: boolean;
}

/** Every office, also those that are no more, each after the one above it, siblings by name. */
export async function allOffices(db: Db): Promise<KeptOffice[]> {
  return db<KeptOffice[]>`
    with recursive tree as (
      select o.*, array[o.name] as path from offices o where o.parent_id is null
      union all
      select o.*, t.path || o.name from offices o join tree t on o.parent_id = t.id
    )
    select id, name, level, parent_id, time_zone as zone, email, active, ${officersOf(db)} from tree order by path`;
}

/** One change of the tree at a time. */
export async function lockOffices(db: Db): Promise<void> {
  await db`lock table offices in share row exclusive mode`;
}

/** False when there is an office of that id. */
export async function addOffice(
  db: Db,
  { id, name, level, parentId, zone, email }: Omit<KeptOffice, 'active' | 'officers'>,
): Promise<boolean> {
  const rows = await db`
    insert into offices (id, name, level, parent_id, time_zone, email)
    values (${id}, ${name}, ${level}, ${parentId}, ${zone}, ${email}) on conflict do nothing returning id`;
  return rows.length > 0;
}

export async function changeOffice(
  db: Db,
  id: string,
  { name, zone, email, active }: Changes<Pick<KeptOffice, 'name' | 'zone' | 'email' | 'active'>>,
): Promise<void> {
  await db`
    update offices set name = coalesce(${name ?? null}, name), time_zone = coalesce(${zone ?? null}, time_zone),
      email = case when ${email !== undefined} then ${email ?? null} else email end,
      active = coalesce(${active ?? null}, active)
    where id = ${id}`;
}

/** How many open complaints it holds, or may get back because it is on their way. */
export async function openComplaintsOf(db: Db, id: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) as count from complaints c
    where c.ended_at is null and (c.holder_id = ${id} or (c.seq = 0 and c.agency_id = ${id})
      or exists (select from jsonb_each(c.state -> 'path') p where p.value ->> 'id' = ${id}))`;
  return row?.count ?? 0;
}
