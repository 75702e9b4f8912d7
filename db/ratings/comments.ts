// What reporters said as they rated (reading 26): the latest words about a part of the tree.
import { involves, subtreeOf } from '../complaints/involved.ts';
import type { Db } from '../connection/client.ts';
import type { FigureScope } from '../figures/kept.ts';
import type { Score } from '../../sop/beside/rating.ts';
import { countsFor, ratingThatCounts } from './rated.ts';

export interface Commented {
  number: string;
  title: string;
  at: Date;
  score: Score;
  /** Whose answer was in force. */
  office: string;
  comment: string;
}

/** Of ratings that count, for answers of the part, of reports received in that time; the latest `limit`. */
export async function latestComments(
  db: Db,
  { officeId, from, to }: FigureScope,
  limit: number,
): Promise<Commented[]> {
  return db<Commented[]>`
    with ${subtreeOf(db, officeId)}
    select c.number, c.title, r.at, r.score, o.name as office, k.text as comment
    from complaints c join ${ratingThatCounts(db)} join rating_comments k on k.number = r.number and k.nth = r.nth
      join offices o on o.id = r.office_id
    where ${countsFor(db, officeId)} and ${involves(db, officeId)}
      ${from === null ? db`` : db`and c.received_at >= ${from}`} ${to === null ? db`` : db`and c.received_at < ${to}`}
    order by r.at desc, c.number limit ${limit}`;
}
