// The office tree (reading 14): read by id, whole, or as ladders; and changed as ops do.
import type { Office } from '../../sop/offices.ts';
import type { Changes } from '../operations/changes.ts';
import type { Db } from '../connection/client.ts';
import { asked, one } from '../connection/rows.ts';

export interface StaffedOffice extends Office {
  /** How many may decide there. */
  officers: number;
  /** The office that it joins, or has joined (reading 27). */
  successorId: string | null;
}

/** A column of office `tree`. */
function officersOf(db: Db) {
  return db`
    (select count(*) from users u where u.office_id = tree.id and u.active and u.role = 'admin') as officers`;
}

/** Every active office, each after the one above it, siblings by name. */
export async function officeTree(db: Db): Promise<StaffedOffice[]> {
  return db<StaffedOffice[]>`
    with recursive tree as (
      select o.*, array[o.name] as path from offices o where o.parent_id is null and o.active
      union all
      select o.*, t.path || o.name from offices o join tree t on o.parent_id = t.id where o.active
    )
    select id, name, level, parent_id, time_zone as zone, successor_id, ${officersOf(db)} from tree order by path`;
}

/** The active office as the tree has it now. */
export async function officeById(db: Db, id: string): Promise<Office | undefined> {
  const rows = await db<Office[]>`
    select id, name, level, parent_id, time_zone as zone from offices where id = ${id} and active`;
  return asked(rows, 'id', id)[0];
}

/** The active office that takes reports and people: none that ends (reading 27). */
export async function openOfficeById(db: Db, id: string): Promise<Office | undefined> {
  const rows = await db<Office[]>`
    select id, name, level, parent_id, time_zone as zone from offices
    where id = ${id} and active and successor_id is null`;
  return asked(rows, 'id', id)[0];
}

/** The offices named and all above them, by id; walk `parentId` up for a ladder. */
export async function readLadders(db: Db, ids: readonly string[]): Promise<Map<string, Office>> {
  const rows = await db<Office[]>`
    with recursive up as (
      select o.* from offices o where o.id = any(${ids as string[]})
      union
      select above.* from offices above join up on up.parent_id = above.id
    )
    select id, name, level, parent_id, time_zone as zone from up`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every office, also those that are no more; `takes`: reports and people, as `openOfficeById` has it. */
export async function everyOffice(db: Db): Promise<(Office & { active: boolean; takes: boolean })[]> {
  return db<(Office & { active: boolean; takes: boolean })[]>`
    select id, name, level, parent_id, time_zone as zone, active, active and successor_id is null as takes
    from offices order by id`;
}

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
    select id, name, level, parent_id, time_zone as zone, email, active, successor_id, ${officersOf(db)} from tree order by path`;
}

/** One change of the tree at a time. */
export async function lockOffices(db: Db): Promise<void> {
  await db`lock table offices in share row exclusive mode`;
}

/** False when there is an office of that id. */
export async function addOffice(
  db: Db,
  { id, name, level, parentId, zone, email }: Omit<KeptOffice, 'active' | 'officers' | 'successorId'>,
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
  const rows = await db<{ count: number }[]>`
    select count(*) as count from complaints c
    where c.ended_at is null and (c.holder_id = ${id} or (c.seq = 0 and c.agency_id = ${id})
      or exists (select from jsonb_each(c.state -> 'path') p where p.value ->> 'id' = ${id}))`;
  return one(rows).count;
}
