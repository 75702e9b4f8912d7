// Reports by an office and all below it: held there now, or late there in some week; and by what happened in a period.
import { publicZone } from '../../sop/offices.ts';
import type { Db, Piece } from '../connection/client.ts';
import { subtreeOf } from './involved.ts';

/** A condition on complaint `c`: that office or one under it holds it. */
export function isHeldUnder(db: Db, officeId: string) {
  return db`c.holder_id in (with ${subtreeOf(db, officeId)} select id from subtree)`;
}

/**
 * A condition on complaint `c`: an office of the subtree under `top` (see `subtreeOf`) missed a row's limit in that ISO
 * week, `2026-W48`, in WIB; `top` null: any.
 */
export function wasLateIn(db: Db, week: string, top: string | null) {
  return db`c.number in (
    select v.number from visits v
    where v.office_id is not null and v.breached_at is not null and ${isIn(db, db`v.breached_at`, week)}
      ${top === null ? db`` : db`and v.office_id in (select id from subtree)`})`;
}

/** A condition: `at` lies in that ISO week, `2026-W48`, or month, `2026-11`, in WIB. */
export function isIn(db: Db, at: Piece, period: string) {
  const isWeek = period.includes('W');
  const first = isWeek ? db`to_date(${period}, 'IYYY"-W"IW')` : db`to_date(${period}, 'YYYY-MM')`;
  const next = db`${first}::timestamp + ${isWeek ? '7 days' : '1 month'}::interval`;
  return db`(${at} >= (${first}::timestamp at time zone ${publicZone}) and ${at} < ((${next}) at time zone ${publicZone}))`;
}
