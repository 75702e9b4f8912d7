// Puts the figures together.
import type { z } from 'zod';
import type { Sql } from '../../db/connection/client.ts';
import {
  answerDays,
  type BeyondCount,
  beyondCounts,
  type ClockFigure,
  clockFigures,
  countsBy,
  dueToday,
  inFigures,
  overdueNow,
  ratingFigures,
  returnFigures,
  type Spread,
  spreadBy,
  totals,
  trend,
} from '../../db/figures/figures.ts';
import type { FigureScope } from '../../db/figures/kept.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { ratingSumsOf } from '../ratings/figures.ts';
import type { summary } from '../../contract/reports.ts';
import { beyondFigures } from '../../sop/beside/beyond.ts';
import { publicZone } from '../../sop/offices.ts';
import { zonedOrNull } from '../values/zoned.ts';

export type Summary = z.output<typeof summary>;

/** All figures of the scope, read in one snapshot so that they agree with each other. */
export async function summarise(sql: Sql, scope: FigureScope): Promise<Summary> {
  return inFigures(sql, scope, async (figures, tx) => {
    const all = totals(figures);
    const clocks = clockFigures(figures);
    const overdue = overdueNow(figures);
    const due = dueToday(figures);
    const returns = returnFigures(figures);
    const ratings = ratingFigures(figures);
    const beyond = beyondCounts(figures);
    const held = countsBy(figures, 'holder');
    const byOffice = await spreadBy(tx, scope, figures, 'office');
    const bySteps = await spreadBy(tx, scope, figures, 'step');
    const days = await answerDays(tx, scope, figures);
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
      byStatus: countsBy(figures, 'status'),
      byKind: countsBy(figures, 'kind'),
      byCategory: countsBy(figures, 'category'),
      byChannel: countsBy(figures, 'channel'),
      byStep: countsBy(figures, 'step'),
      byOffice: held,
      clocks: {
        row: clockOf(clocks.row),
        firstResponse: clockOf(clocks.firstResponse),
        whole: clockOf(clocks.whole),
      },
      steps: bySteps.map(({ key, ...spread }) => ({
        step: Number(key),
        ...rounded(spread),
      })),
      offices: byOffice.map(({ key, ...spread }) => ({
        officeId: key,
        name: officeNames[key] ?? key,
        ...rounded(spread),
      })),
      answerDays: { mean: tenth(days.mean), median: tenth(days.median), p90: tenth(days.p90) },
      dueToday: { total: sum(due), items: due },
      overdueNow: { total: sum(overdue), items: overdue },
      returns: { total: sum(returns), between: returns },
      reopenings: all.reopenings,
      ratings: ratingSumsOf(ratings, (id) => officeNames[id] ?? id),
      beyond: beyondOf(beyond, (id) => officeNames[id] ?? id),
      closedBy: { system: all.closedBySystem, reporter: all.closedByReporter, office: all.closedByOffice },
      trend: { weeks: trend(figures, 'week'), months: trend(figures, 'month') },
    };
  });
}

function clockOf({ within, late }: ClockFigure) {
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
