import type { Office } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';

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
