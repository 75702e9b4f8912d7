// Reports by what happened to them beyond the straight way, and for which office: what is counted, and the list of it.
import type { BeyondFigure } from '../../sop/beside/beyond.ts';
import type { Db } from '../connection/client.ts';

/** Conditions on event `e`. What the reporter puts right is no office's. */
export const isCorrection = (db: Db) => db`(e.type = 'corrected' and e.actor_role <> 'reporter')`;
/** From row 11 to a row at which an office decides. */
export const isUpward = (db: Db) => db`(e.type = 'objected' and e.step = 11 and e.to_step in (4, 7))`;
/** Question `k` has passed its limit without an answer: by the exact deadline, also before it is noted (reading 31). */
export const isLate = (db: Db) => db`k.due < coalesce(k.ended_at, now())`;

/** Of each figure a query of `number` and `office_id`; a report comes as often as it happened. */
const happenings = {
  recalling: (db: Db) =>
    db`select e.number, e.to_office_id as office_id from events e where e.type = 'recalled'`,
  recalled: (db: Db) =>
    db`select e.number, e.from_office_id as office_id from events e where e.type = 'recalled'`,
  correcting: (db: Db) =>
    db`select e.number, e.actor_office_id as office_id from events e where ${isCorrection(db)}`,
  extending: (db: Db) =>
    db`select e.number, e.actor_office_id as office_id from events e where e.type = 'extended'`,
  consulting: (db: Db) => db`select k.number, k.from_office_id as office_id from consultations k`,
  consulted: (db: Db) => db`select k.number, k.office_id from consultations k`,
  consultedLate: (db: Db) => db`select k.number, k.office_id from consultations k where ${isLate(db)}`,
  // Whose the last answer before was.
  objectedUpward: (db: Db) => db`
    select e.number, (
      select a.from_office_id from events a where a.number = e.number and a.type = 'answered' and a.seq < e.seq
      order by a.seq desc limit 1) as office_id
    from events e where ${isUpward(db)}`,
} satisfies Record<BeyondFigure, (db: Db) => object>;

/** All of them, as a query of `figure`, `number` and `office_id`. */
export function beyond(db: Db) {
  const [first, ...rest] = Object.entries(happenings).map(
    ([figure, query]) => db`select ${figure}::text as figure, number, office_id from (${query(db)}) happened`,
  );
  return rest.reduce((all, one) => db`${all} union all ${one}`, first ?? db``);
}

export interface Beyond {
  figure: BeyondFigure;
  /** For that one; absent: for any of the part. */
  officeId?: string | undefined;
}

/** A condition on complaint `c`: it happened, for an office of the subtree under `top` (see `subtreeOf`); null: for any. */
export function wentBeyond(db: Db, { figure, officeId }: Beyond, top: string | null) {
  return db`c.number in (select number from (${happenings[figure](db)}) happened
    where ${isOf(db, top)} ${officeId === undefined ? db`` : db`and office_id = ${officeId}`})`;
}

/** A condition on `office_id`: an office of the subtree under `top`; null: any. */
export function isOf(db: Db, top: string | null) {
  return top === null ? db`office_id is not null` : db`office_id in (select id from subtree)`;
}
