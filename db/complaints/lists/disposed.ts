// What an office disposed and is still open below it (reading 18): where it is, since when, and how it stands.
import type { Level } from '../../../sop/terms.ts';
import type { Db } from '../../connection/client.ts';
import { subtreeOf } from '../involved.ts';
import { listColumns, type ListRow, listTables } from './list-row.ts';
import { narrowed, type Narrowing } from './lists.ts';
import { type Grouped, groupKey, inOrder, type ListPage } from './order.ts';

export interface DisposedRow extends ListRow, Grouped {
  /** Since when its holder has it: its visits there without a break. */
  heldSince: Date;
}

/** In that order, as an inbox; what came straight to its agency national did not dispose. */
export async function disposedBy(
  db: Db,
  { id, level }: { id: string; level: Level },
  narrowing: Narrowing,
  page: ListPage,
): Promise<DisposedRow[]> {
  return db<DisposedRow[]>`
    with ${subtreeOf(db, id)}
    select ${listColumns(db)}, (
      select min(v.received_at) from visits v where v.number = c.number and v.visit > coalesce((
        select max(o.visit) from visits o where o.number = c.number and o.office_id is distinct from c.holder_id), 0)
      ) as held_since, ${groupKey(db, page)}
    from ${listTables(db)}
    where c.ended_at is null and c.holder_id in (select id from subtree where id <> ${id})
      and c.state #>> ${['path', level, 'id']}::text[] = ${id}
      ${level === 'national' ? db`and c.state -> 'direct' is distinct from 'true'` : db``}
      ${narrowed(db, narrowing)}
      ${inOrder(db, page)}`;
}
