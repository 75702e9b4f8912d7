// What the morning's digest is made of: of each office the first few reports that want attention, and how many there are.
import type { DigestAbout as About } from '../../sop/notices/summary-notices.ts';
import type { Step } from '../../sop/terms.ts';
import type { Zone } from '../../sop/offices.ts';
import { dueOf } from '../complaints/overdue.ts';
import { isProvisional } from '../complaints/provisional.ts';
import type { Db, Piece, Sql } from '../connection/client.ts';
import { dueToday, inFigures, overdueNow, waitingNow } from './figures.ts';

export interface HeldComplaint {
  about: About;
  number: string;
  title: string;
  step: Step;
  deadline: Date | null;
  /** reading 30. */
  provisional: boolean;
  holderId: string;
  holderName: string;
  holderZone: Zone;
}

/** Of each office and each kind the first `shown`, the soonest deadline first. `day`, `YYYY-MM-DD`, is one where the holder is. */
export async function heldAndDue(db: Db, day: string, shown: number): Promise<HeldComplaint[]> {
  const [due, isStopped] = [dueOf(db), db`c.status = 'awaiting-completion'`];
  const first = (about: About, isSo: Piece) => db`(
    select ${about}::text as about, c.number, c.title, c.step, c.deadline,
      ${isProvisional(db, 'seen')} as provisional
    from complaints c where c.holder_id = h.id and c.ended_at is null and ${isSo}
    order by ${due}, c.number limit ${shown})`;
  return db<HeldComplaint[]>`
    select held.*, h.id as holder_id, h.name as holder_name, h.time_zone as holder_zone
    from offices h cross join lateral (
      ${first('late', db`${due} < now() and not ${isStopped}`)}
      union all ${first(
        'today',
        db`${due} >= now() and ${due} < (${day}::date + 1)::timestamp at time zone h.time_zone and not ${isStopped}`,
      )}
      union all ${first('waiting', isStopped)}
    ) held
    order by held.deadline, held.number`;
}

/** How many each office holds of each kind. */
export function countHeldAndDue(sql: Sql, day: string): Promise<Map<string, Record<About, number>>> {
  const all = { officeId: null, from: null, to: null };
  return inFigures(
    sql,
    all,
    (figures) => {
      const counts = new Map<string, Record<About, number>>();
      const add = (about: About, { officeId, count }: { officeId: string; count: number }) => {
        const own = counts.get(officeId) ?? { late: 0, today: 0, waiting: 0 };
        counts.set(officeId, { ...own, [about]: own[about] + count });
      };
      for (const held of overdueNow(figures)) add('late', held);
      for (const held of dueToday(figures)) add('today', held);
      for (const held of waitingNow(figures)) add('waiting', held);
      return counts;
    },
    { only: ['overdue', 'due', 'waiting'], day },
  );
}
