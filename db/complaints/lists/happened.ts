// By what happened to a report, and when: what the numbers of superiors lead to.
import type { Db } from '../../connection/client.ts';
import {
  endedClock,
  type WasLate,
  wasLate,
  type WasReturned,
  wasReturned,
  type WholeClock,
} from '../../figures/listed/once.ts';
import { isIn } from '../under.ts';

export interface Happened {
  /** An office of the viewer's part missed a row's limit. */
  late?: WasLate | undefined;
  returned?: WasReturned | undefined;
  /** It ended so, within or late (reading 13). */
  clock?: { is: WholeClock; within: boolean } | undefined;
  /** ISO weeks, `2026-W48`, or months, `2026-11`, in WIB. */
  receivedIn?: string | undefined;
  answeredIn?: string | undefined;
  endedIn?: string | undefined;
  closedBy?: 'system' | 'reporter' | 'office' | undefined;
}

/** Conditions on complaint `c`, under `subtreeOf` of the viewer; each begins with `and`. */
export function happened(db: Db, filter: Happened, viewerOfficeId: string | null) {
  const { late, returned, clock, receivedIn, answeredIn, endedIn, closedBy } = filter;
  const marks = { received_at: receivedIn, answered_at: answeredIn, ended_at: endedIn };
  const inPeriods = Object.entries(marks).map(([column, period]) =>
    period === undefined ? db`` : db`and ${isIn(db, db`c.${db(column)}`, period)}`,
  );
  return db`
      ${late === undefined ? db`` : db`and ${wasLate(db, late, viewerOfficeId)}`}
      ${returned === undefined ? db`` : db`and ${wasReturned(db, returned)}`}
      ${clock === undefined ? db`` : db`and ${endedClock(db, clock.is, clock.within, viewerOfficeId)}`}
      ${inPeriods.reduce((all, one) => db`${all} ${one}`, db``)}
      ${closedBy === undefined ? db`` : db`and c.status = 'closed' and c.closed_by = ${closedBy}`}`;
}
