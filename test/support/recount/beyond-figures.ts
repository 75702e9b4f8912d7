// How many reports went beyond the straight way, and at which office: recalls, corrections, extensions, advice, objections.
import type { Db } from '../../../db/connection/client.ts';
import { beyond, isOf } from '../../../db/figures/beyond.ts';
import type { BeyondCount } from '../../../db/figures/beside.ts';
import type { FigureScope } from '../../../db/figures/kept.ts';
import { scoped } from './figures.ts';

/** Reports in view, each once; with an office, what happened for its part of the tree. */
export async function beyondCounts(db: Db, scope: FigureScope): Promise<BeyondCount[]> {
  return db<BeyondCount[]>`
    ${scoped(db, scope)}
    select figure, office_id, count(distinct number) as count
    from (${beyond(db)}) b where ${isOf(db, scope.officeId)} and number in (select number from own)
    group by grouping sets ((figure), (figure, office_id)) order by figure, count desc, office_id`;
}
