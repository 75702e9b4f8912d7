// Complaints by their ratings (reading 26): the last one of each counts, for the office whose answer was in force.
import type { Db } from '../connection/client.ts';

/** A join of the one that counts, as `r`, to complaint `c`. */
export function ratingThatCounts(db: Db) {
  return db`ratings r on r.number = c.number and r.nth = c.rating_count`;
}

export interface Rated {
  /** False: those that are not. */
  is: boolean;
  score?: number | undefined;
  /** Whose answer was in force. */
  officeId?: string | undefined;
}

/** A condition on complaint `c`: rated so, for an office of the subtree under `top` (see `subtreeOf`); null: for any. */
export function isRated(db: Db, { is, score, officeId }: Rated, top: string | null) {
  const found = db`exists (select from ratings r where r.number = c.number and r.nth = c.rating_count
    and ${countsFor(db, top)}
    ${score === undefined ? db`` : db`and r.score = ${score}`}
    ${officeId === undefined ? db`` : db`and r.office_id = ${officeId}`})`;
  return is ? found : db`not ${found}`;
}

/** A condition on rating `r`: it counts for the subtree under `top`; null: for all. */
export function countsFor(db: Db, top: string | null) {
  return db`(${top}::text is null or r.office_id in (select id from subtree))`;
}
