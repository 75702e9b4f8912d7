// How satisfied reporters are (reading 26), by office, kind and score. No names, no words.
import type { Db } from '../../../db/connection/client.ts';
import { countsFor, ratingThatCounts } from '../../../db/ratings/rated.ts';
import type { RatingFigure } from '../../../db/figures/beside.ts';
import type { FigureScope } from '../../../db/figures/kept.ts';
import { scoped } from './figures.ts';

/** Of each complaint in view the rating that counts; with an office, those for the answers of its part of the tree. */
export async function ratingFigures(db: Db, scope: FigureScope): Promise<RatingFigure[]> {
  return db<RatingFigure[]>`
    ${scoped(db, scope)}
    select r.office_id, c.kind, r.score, count(*) as count
    from own c join ${ratingThatCounts(db)} where ${countsFor(db, scope.officeId)}
    group by 1, 2, 3 order by 1, 2, 3`;
}
