// Counts every report, visit and event anew: what the figures that are kept must equal.
import type { Sql } from '../../../db/connection/client.ts';
import {
  clockFigures,
  countsBy,
  dueToday,
  lateReports,
  overdueNow,
  returnedReports,
  returnFigures,
  spreadBy,
  totals,
  trend,
} from './figures.ts';
import type { FigureScope } from '../../../db/figures/kept.ts';
import { beyondCounts } from './beyond-figures.ts';
import { ratingFigures } from './rating-figures.ts';
import { allOffices } from '../../../db/offices/offices.ts';
import { type Figured, summaryOf } from '../../../api/figures/summary.ts';

export async function recounted(sql: Sql, scope: FigureScope): Promise<Figured> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const all = await totals(tx, scope);
    const clocks = await clockFigures(tx, scope);
    const clockOf = (name: string) => clocks.find(({ clock }) => clock === name) ?? { within: 0, late: 0 };
    return summaryOf(scope, await allOffices(tx), {
      totals: all,
      answerDays: all,
      counts: {
        status: await countsBy(tx, scope, 'status'),
        kind: await countsBy(tx, scope, 'kind'),
        category: await countsBy(tx, scope, 'category'),
        channel: await countsBy(tx, scope, 'channel'),
        step: await countsBy(tx, scope, 'step'),
        holder: await countsBy(tx, scope, 'holder_id', 'system'),
      },
      clocks: { row: clockOf('row'), firstResponse: clockOf('firstResponse'), whole: clockOf('whole') },
      steps: await spreadBy(tx, scope, 'step'),
      offices: await spreadBy(tx, scope, 'office_id'),
      due: await dueToday(tx, scope),
      overdue: await overdueNow(tx, scope),
      returns: await returnFigures(tx, scope),
      late: await lateReports(tx, scope),
      returned: await returnedReports(tx, scope),
      ratings: await ratingFigures(tx, scope),
      beyond: await beyondCounts(tx, scope),
      weeks: await trend(tx, scope, 'week'),
      months: await trend(tx, scope, 'month'),
    });
  });
}
