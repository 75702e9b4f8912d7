import type { Office } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';

export interface StaffedOffice extends Office {
  /** How many may decide there. */
  officers: number;
}

/** A column of office `tree`. */
export function officersOf(db: Db) {
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
    select id, name, level, parent_id, time_zone as zone, ${officersOf(db)} from tree order by path`;
}
