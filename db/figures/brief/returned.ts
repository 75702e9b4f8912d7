// Who returned what to whom, and why: the latest returns of a part of the tree.
import { subtreeOf } from '../../complaints/involved.ts';
import type { Db } from '../../connection/client.ts';
import type { FigureScope } from '../kept.ts';

export interface Returned {
  number: string;
  title: string;
  at: Date;
  from: string;
  to: string;
  reason: string;
}

/** By or to an office of the part, of reports received in that time; the latest `limit`. */
export async function latestReturns(
  db: Db,
  { officeId, from, to }: FigureScope,
  limit: number,
): Promise<Returned[]> {
  return db<Returned[]>`
    with ${subtreeOf(db, officeId)}
    select e.number, c.title, e.at, f.name as "from", t.name as "to", coalesce(e.reason, '') as reason
    from events e join complaints c on c.number = e.number join offices f on f.id = e.from_office_id
      join offices t on t.id = e.to_office_id
    where e.type = 'returned'
      ${officeId === null ? db`` : db`and (e.from_office_id in (select id from subtree) or e.to_office_id in (select id from subtree))`}
      ${from === null ? db`` : db`and c.received_at >= ${from}`} ${to === null ? db`` : db`and c.received_at < ${to}`}
    order by e.at desc, e.number limit ${limit}`;
}
