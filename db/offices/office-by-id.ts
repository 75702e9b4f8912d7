import type { Office } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/asked.ts';

/** The active office as the tree has it now. */
export async function officeById(db: Db, id: string): Promise<Office | undefined> {
  const rows = await db<Office[]>`
    select id, name, level, parent_id, time_zone as zone from offices where id = ${id} and active`;
  return asked(rows, 'id', id)[0];
}
