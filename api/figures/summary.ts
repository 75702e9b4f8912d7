// Puts the figures together.
import type { z } from 'zod';
import type { Db, Sql } from '../../db/connection/client.ts';
import type { CountedBy } from '../../db/figures/facts.ts';
import {
  type AnswerDays,
  answerDays,
  type ClockFigure,
  clockFigures,
  countsBy,
  dueToday,
  type HeldFigure,
  inFigures,
  type LateReports,
  lateReports,
  overdueNow,
  type ReturnedReport,
  returnedReports,
  type ReturnFigure,
  returnFigures,
  type Spread,
  spreadBy,
  type Totals,
  totals,
  type TrendFigure,
  trend,
} from '../../db/figures/figures.ts';
import { type BeyondCount, beyondCounts, type RatingFigure, ratingFigures } from '../../db/figures/beside.ts';
import { briefOf } from '../../db/figures/brief/brief.ts';
import type { Figures, FigureScope } from '../../db/figures/kept.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { ratingSumsOf } from '../ratings/figures.ts';
import type { summary } from '../../contract/reports.ts';
import { beyondFigures } from '../../sop/beside/beyond.ts';
import { type Office, publicZone } from '../../sop/offices.ts';
import { zonedOrNull } from '../values/zoned.ts';
import { briefSeen } from './brief.ts';
import { percent, tenth } from './rounded.ts';

/** Without what is read by the tree of categories. */
export type Summary = Omit<z.output<typeof summary>, 'categories'>;
/** Without what a superior reads first. */
export type Figured = Omit<Summary, 'brief'>;
type Tree = readonly Pick<Office, 'id' | 'name'>[];

/** What is counted of a scope, before it is put together. */
export interface Counted {
  totals: Totals;
  answerDays: AnswerDays;
  counts: Record<CountedBy, Record<string, number>>;
  clocks: Record<'row' | 'firstResponse' | 'whole', ClockFigure>;
  steps: (Spread & { key: string })[];
  offices: (Spread & { key: string })[];
  due: HeldFigure[];
  overdue: HeldFigure[];
  returns: ReturnFigure[];
  /** Reports, each once. */
  late: LateReports;
  returned: ReturnedReport[];
  ratings: RatingFigure[];
  beyond: BeyondCount[];
  weeks: TrendFigure[];
  months: TrendFigure[];
}

/** All figures of the scope, read in one snapshot so that they agree with each other. */
export async function summarise(sql: Sql, scope: FigureScope): Promise<Figured> {
  return inFigures(sql, scope, async (figures, tx) => figuredOf(tx, scope, figures, await allOffices(tx)));
}

/** The same, and what a superior reads first of it. */
export async function summariseFor(sql: Sql, scope: FigureScope): Promise<Summary> {
  return inFigures(sql, scope, async (figures, tx) => {
    const tree = await allOffices(tx);
    const brief = await briefOf(tx, scope, { figures, tree, now: Date.now() });
    return { ...(await figuredOf(tx, scope, figures, tree)), brief: briefSeen(brief) };
  });
}

async function figuredOf(tx: Db, scope: FigureScope, figures: Figures, tree: Tree): Promise<Figured> {
  const counts = (by: CountedBy) => countsBy(figures, by);
  return summaryOf(scope, tree, {
    totals: totals(figures),
    answerDays: await answerDays(tx, scope, figures),
    counts: {
      status: counts('status'),
      kind: counts('kind'),
      category: counts('category'),
      channel: counts('channel'),
      step: counts('step'),
      holder: counts('holder'),
    },
    clocks: clockFigures(figures),
    steps: await spreadBy(tx, scope, figures, 'step'),
    offices: await spreadBy(tx, scope, figures, 'office'),
    due: dueToday(figures),
    overdue: overdueNow(figures),
    returns: returnFigures(figures),
    late: lateReports(figures),
    returned: returnedReports(figures),
    ratings: ratingFigures(figures),
    beyond: beyondCounts(figures),
    weeks: trend(figures, 'week'),
    months: trend(figures, 'month'),
  });
}

/** Put together as the contract has it, with the names of the offices in it. */
export function summaryOf({ from, to, officeId }: FigureScope, tree: Tree, counted: Counted): Figured {
  const {
    totals: all,
    answerDays: days,
    counts,
    clocks,
    due,
    overdue,
    returns,
    late,
    ratings,
    beyond,
  } = counted;
  const named = new Set([
    ...Object.keys(counts.holder),
    ...counted.offices.map(({ key }) => key),
    ...[...overdue, ...due, ...ratings].map((one) => one.officeId),
    ...returns.flatMap((one) => [one.from, one.to]),
    ...beyond.flatMap((one) => one.officeId ?? []),
  ]);
  const officeNames = Object.fromEntries(
    tree.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]),
  );
  const nameOf = (id: string) => officeNames[id] ?? id;
  return {
    from: zonedOrNull(from, publicZone),
    to: zonedOrNull(to, publicZone),
    officeId,
    officeNames,
    total: all.total,
    open: all.open,
    byStatus: counts.status,
    byKind: counts.kind,
    byCategory: counts.category,
    byChannel: counts.channel,
    byStep: counts.step,
    byOffice: counts.holder,
    clocks: {
      row: { ...clockOf(clocks.row), lateReports: late.total },
      firstResponse: clockOf(clocks.firstResponse),
      whole: clockOf(clocks.whole),
    },
    steps: counted.steps.map(({ key, ...spread }) => ({
      step: Number(key),
      ...rounded(spread),
      lateReports: late.steps[key] ?? 0,
    })),
    offices: counted.offices.map(({ key, ...spread }) => ({
      officeId: key,
      name: nameOf(key),
      ...rounded(spread),
      lateReports: late.offices[key] ?? 0,
    })),
    answerDays: { mean: tenth(days.mean), median: tenth(days.median), p90: tenth(days.p90) },
    dueToday: { total: sum(due), items: due },
    overdueNow: { total: sum(overdue), items: overdue },
    returns: returnsOf(returns, counted.returned),
    reopenings: all.reopenings,
    ratings: ratingSumsOf(ratings, nameOf),
    beyond: beyondOf(beyond, nameOf),
    closedBy: { system: all.closedBySystem, reporter: all.closedByReporter, office: all.closedByOffice },
    trend: { weeks: counted.weeks, months: counted.months },
  };
}

function returnsOf(between: ReturnFigure[], returned: ReturnedReport[]): Figured['returns'] {
  const reports = (from: string, to: string) =>
    returned.find((one) => one.from === from && one.to === to)?.count ?? 0;
  return {
    total: sum(between),
    reports: reports('', ''),
    between: between.map(({ from, to, count }) => ({ from, to, count, reports: reports(from, to) })),
  };
}

function clockOf({ within, late }: ClockFigure) {
  return { within, late, withinPercent: percent(within, late) };
}

function beyondOf(counts: BeyondCount[], nameOf: (officeId: string) => string): Figured['beyond'] {
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

function sum(items: { count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}
