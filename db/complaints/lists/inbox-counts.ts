// How much an office holds, and what it did today: figures that stay true however few rows of it are on the screen.
import type { Zone } from '../../../sop/offices.ts';
import type { Db } from '../../connection/client.ts';
import { listTables } from './list-row.ts';
import { isHeldBy, narrowed, type Narrowing } from './lists.ts';
import { type Grouping, groupOf } from './order.ts';
import { isDueToday, isOverdue, isSoon } from '../overdue.ts';

export interface InboxCounts {
  total: number;
  late: number;
  soon: number;
  dueToday: number;
}

export async function inboxCountsOf(db: Db, officeId: string, narrowing: Narrowing): Promise<InboxCounts> {
  const [counts] = await db<InboxCounts[]>`
    select count(*) as total, count(*) filter (where ${isOverdue(db)}) as late,
      count(*) filter (where ${isSoon(db)}) as soon, count(*) filter (where ${isDueToday(db)}) as due_today
    from ${listTables(db)} where ${isHeldBy(db, officeId)} ${narrowed(db, narrowing)}`;
  return counts ?? { total: 0, late: 0, soon: 0, dueToday: 0 };
}

/** How many of that each group has, the largest first, 500 at most. */
export async function inboxGroupsOf(
  db: Db,
  officeId: string,
  narrowing: Narrowing,
  grouping: Grouping,
): Promise<{ group: string | null; count: number }[]> {
  return db<{ group: string | null; count: number }[]>`
    select ${groupOf(db, grouping)} as group, count(*) as count from ${listTables(db)}
    where ${isHeldBy(db, officeId)} ${narrowed(db, narrowing)} group by 1 order by 2 desc limit 500`;
}

/** On how many reports the office, and that officer of it, decided since midnight of its zone; a signal that was refused is none. */
export async function decidedToday(
  db: Db,
  { id, zone }: { id: string; zone: Zone },
  officer: string,
): Promise<{ office: number; mine: number }> {
  const [counts] = await db<{ office: number; mine: number }[]>`
    select count(distinct number) as office, count(distinct number) filter (where actor_name = ${officer}) as mine
    from events
    where at >= date_trunc('day', now() at time zone ${zone}) at time zone ${zone} and actor_office_id = ${id}
      and actor_role in ('national', 'agency', 'echelon1', 'upt') and type not in ('filed', 'refused')`;
  return counts ?? { office: 0, mine: 0 };
}
