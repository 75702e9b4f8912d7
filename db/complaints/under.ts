// Reports by an office and all below it: held there now, or late there in some week.
import { publicZone } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';
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
  const monday = db`to_date(${week}, 'IYYY"-W"IW')::timestamp`;
  return db`c.number in (
    select v.number from visits v
    where v.office_id is not null and v.breached_at is not null
      and v.breached_at >= (${monday} at time zone ${publicZone})
      and v.breached_at < ((${monday} + interval '7 days') at time zone ${publicZone})
      ${top === null ? db`` : db`and v.office_id in (select id from subtree)`})`;
}
