// Counts every report, visit and event anew: what the figures that are kept must equal.
import type { Sql } from '../../../db/connection/client.ts';
import {
  type ClockFigure,
  clockFigures,
  countsBy,
  type CountedBy,
  dueToday,
  overdueNow,
  returnFigures,
  type Spread,
  spreadBy,
  totals,
  trend,
} from './figures.ts';
import type { FigureScope } from '../../../db/figures/kept.ts';
import { type BeyondCount, beyondCounts } from './beyond-figures.ts';
import { ratingFigures } from './rating-figures.ts';
import { allOffices } from '../../../db/offices/offices.ts';
import { ratingSumsOf } from '../../../api/ratings/figures.ts';
import type { Summary } from '../../../api/figures/summary.ts';
import { beyondFigures } from '../../../sop/beside/beyond.ts';
import { publicZone } from '../../../sop/offices.ts';
import { zonedOrNull } from '../../../api/values/zoned.ts';

export async function recounted(sql: Sql, scope: FigureScope): Promise<Summary> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const counts = async (column: CountedBy, none = '-') =>
      Object.fromEntries((await countsBy(tx, scope, column)).map(({ key, count }) => [key ?? none, count]));
    const all = await totals(tx, scope);
    const clocks = await clockFigures(tx, scope);
    const overdue = await overdueNow(tx, scope);
    const due = await dueToday(tx, scope);
    const returns = await returnFigures(tx, scope);
    const ratings = await ratingFigures(tx, scope);
    const beyond = await beyondCounts(tx, scope);
    const held = await counts('holder_id', 'system');
    const byOffice = await spreadBy(tx, scope, 'office_id');
    const named = new Set([
      ...Object.keys(held),
      ...byOffice.map(({ key }) => key),
      ...[...overdue, ...due, ...ratings].map(({ officeId }) => officeId),
      ...returns.flatMap(({ from, to }) => [from, to]),
      ...beyond.flatMap(({ officeId }) => officeId ?? []),
    ]);
    const offices = (await allOffices(tx)).filter(({ id }) => named.has(id));
    const officeNames = Object.fromEntries(offices.map(({ id, name }) => [id, name]));
    return {
      from: zonedOrNull(scope.from, publicZone),
      to: zonedOrNull(scope.to, publicZone),
      officeId: scope.officeId,
      officeNames,
      total: all.total,
      open: all.open,
      byStatus: await counts('status'),
      byKind: await counts('kind'),
      byCategory: await counts('category'),
      byChannel: await counts('channel'),
      byStep: await counts('step'),
      byOffice: held,
      clocks: {
        row: clockOf(clocks, 'row'),
        firstResponse: clockOf(clocks, 'firstResponse'),
        whole: clockOf(clocks, 'whole'),
      },
      steps: (await spreadBy(tx, scope, 'step')).map(({ key, ...spread }) => ({
        step: Number(key),
        ...rounded(spread),
      })),
      offices: byOffice.map(({ key, ...spread }) => ({
        officeId: key,
        name: officeNames[key] ?? key,
        ...rounded(spread),
      })),
      answerDays: {
        mean: tenth(all.answerDaysMean),
        median: tenth(all.answerDaysMedian),
        p90: tenth(all.answerDaysP90),
      },
      dueToday: { total: sum(due), items: due },
      overdueNow: { total: sum(overdue), items: overdue },
      returns: { total: sum(returns), between: returns },
      reopenings: all.reopenings,
      ratings: ratingSumsOf(ratings, (id) => officeNames[id] ?? id),
      beyond: beyondOf(beyond, (id) => officeNames[id] ?? id),
      closedBy: { system: all.closedBySystem, reporter: all.closedByReporter, office: all.closedByOffice },
      trend: { weeks: await trend(tx, scope, 'week'), months: await trend(tx, scope, 'month') },
    };
  });
}

function clockOf(figures: ClockFigure[], name: ClockFigure['clock']) {
  const { within = 0, late = 0 } = figures.find(({ clock }) => clock === name) ?? {};
  return { within, late, withinPercent: percent(within, late) };
}

function beyondOf(counts: BeyondCount[], nameOf: (officeId: string) => string): Summary['beyond'] {
  const figures = beyondFigures.map((figure) => {
    const own = counts.filter((one) => one.figure === figure);
    const offices = own.flatMap(({ officeId, count }) =>
      officeId === null ? [] : [{ officeId, name: nameOf(officeId), count }],
    );
    return [figure, { total: own.find(({ officeId }) => officeId === null)?.count ?? 0, offices }];
  });
  return Object.fromEntries(figures);
}

function rounded({ within, late, meanMinutes, medianMinutes, p90Minutes, visits }: Spread) {
  return {
    visits,
    within,
    late,
    withinPercent: percent(within, late),
    meanMinutes: tenth(meanMinutes),
    medianMinutes: tenth(medianMinutes),
    p90Minutes: tenth(p90Minutes),
  };
}

function percent(within: number, late: number): number | null {
  return within + late === 0 ? null : tenth((100 * within) / (within + late));
}

function tenth<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 10) / 10) as T;
}

function sum(items: { count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}
