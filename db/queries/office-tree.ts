import type { Office } from '../../sop/offices.ts';
import type { Db } from '../client.ts';

/** Every active office, each after the one above it, siblings by name. */
export async function officeTree(db: Db): Promise<Office[]> {
  return db<Office[]>`
    with recursive tree as (
      select o.*, array[o.name] as path from offices o where o.parent_id is null and o.active
      union all
      select o.*, t.path || o.name from offices o join tree t on o.parent_id = t.id where o.active
    )
    select id, name, level, parent_id, time_zone as zone from tree order by path`;
}
