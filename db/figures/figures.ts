// Figures of the record (SOP: Pencatatan dan Pendataan), from the sums that are kept of it.
import type { Db, Sql } from '../connection/client.ts';
import type { CountedBy, Figure, Unit } from './facts.ts';
import { type Figures, type FigureScope, keptFigures, type Sum, type Wanted } from './kept.ts';
import { quantilesOf } from './quantiles.ts';

/** What `read` makes of the figures of `scope`, all of them as of one moment. */
export function inFigures<T>(
  sql: Sql,
  scope: FigureScope,
  read: (figures: Figures, tx: Db) => T | Promise<T>,
  wanted?: Wanted,
): Promise<T> {
  return sql.begin('isolation level repeatable read read only', async (tx) =>
    read(await keptFigures(tx, scope, wanted), tx),
  );
}

export function sumsOf(figures: Figures, figure: Figure): readonly Sum[] {
  return figures.get(figure) ?? [];
}

/** How often in all, or with that first part of the key. */
function countOf(figures: Figures, figure: Figure, first?: string): number {
  return sumsOf(figures, figure).reduce(
    (all, { key, n }) => (first === undefined || key[0] === first ? all + n : all),
    0,
  );
}

export const before = (a: string | null | undefined, b: string | null | undefined) =>
  (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1;

/** How many complaints of each value, the most first. */
export function countsBy(figures: Figures, figure: CountedBy): Record<string, number> {
  const counts = sumsOf(figures, figure).map(({ key: [value = ''], n }) => [value, n] as const);
  return Object.fromEntries(counts.toSorted((a, b) => b[1] - a[1] || before(a[0], b[0])));
}

export interface Spread {
  /** Visits that have ended, or that were breached while open. */
  visits: number;
  within: number;
  late: number;
  /** Office minutes of the visits that have ended. */
  meanMinutes: number | null;
  medianMinutes: number | null;
  p90Minutes: number | null;
}

const minute = 60_000;

/** Visits by row or office: within or past their limit, and the office time they took. */
export async function spreadBy(
  tx: Db,
  scope: FigureScope,
  figures: Figures,
  of: 'step' | 'office',
): Promise<(Spread & { key: string })[]> {
  const visits = sumsOf(figures, `visits-${of}`);
  const times = sumsOf(figures, `time-${of}`);
  const quantiles = await quantilesOf(tx, scope, of, times);
  const keys = [...new Set(visits.map(({ key: [value = ''] }) => value))];
  const sorted = keys.toSorted(of === 'step' ? (a, b) => Number(a) - Number(b) : before);
  return sorted.map((key) => {
    const { within, late } = judged(visits, key);
    const { median = null, p90 = null } = quantiles.get(key) ?? {};
    return {
      key,
      visits: within + late,
      within,
      late,
      meanMinutes: meanOf(
        times.filter(({ key: [value] }) => value === key),
        minute,
      ),
      medianMinutes: median === null ? null : median / minute,
      p90Minutes: p90 === null ? null : p90 / minute,
    };
  });
}

/** Of what begins with `first` what was within its limit, and what was late. */
export function judged(sums: readonly Sum[], first?: string): { within: number; late: number } {
  const found = { within: 0, late: 0 };
  for (const { key, n } of sums) {
    if (first === undefined || key[0] === first) found[key[1] as 'within' | 'late'] += n;
  }
  return found;
}

function meanOf(sums: readonly Sum[], unit: number): number | null {
  const [n, total] = sums.reduce(([n, total], sum) => [n + sum.n, total + sum.total], [0, 0]);
  return n === 0 ? null : total / (n * unit);
}

export interface ClockFigure {
  within: number;
  late: number;
}

/** The three clocks (reading 13). Row: visits that have ended without a breach, or were breached. */
export function clockFigures(figures: Figures): Record<'row' | 'firstResponse' | 'whole', ClockFigure> {
  const clocks = sumsOf(figures, 'clock');
  return {
    row: judged(sumsOf(figures, 'visits-step')),
    firstResponse: judged(clocks, 'firstResponse'),
    whole: judged(clocks, 'whole'),
  };
}

export interface HeldFigure {
  step: number;
  officeId: string;
  count: number;
}

/** Held past the row's limit at this moment. */
export function overdueNow(figures: Figures): HeldFigure[] {
  return held(sumsOf(figures, 'overdue'));
}

/** Held within the row's limit, which ends today where the holder is, or by the day that was asked for. */
export function dueToday(figures: Figures): HeldFigure[] {
  return held(sumsOf(figures, 'due').map((sum) => ({ ...sum, key: sum.key.slice(1) })));
}

/** Held while the reporter is waited for. */
export function waitingNow(figures: Figures): Pick<HeldFigure, 'officeId' | 'count'>[] {
  return sumsOf(figures, 'waiting').map(({ key: [officeId = ''], n }) => ({ officeId, count: n }));
}

function held(sums: readonly Sum[]): HeldFigure[] {
  return sums
    .map(({ key: [step, officeId = ''], n }) => ({ step: Number(step), officeId, count: n }))
    .toSorted((a, b) => a.step - b.step || before(a.officeId, b.officeId));
}

/** Open complaints by row and holder; `system` holds row 11. */
export function openNow(figures: Figures): HeldFigure[] {
  return held(sumsOf(figures, 'held'));
}

export interface ReturnFigure {
  from: string;
  to: string;
  count: number;
}

/** Returns between offices (readings 8–10), the most often first. */
export function returnFigures(figures: Figures): ReturnFigure[] {
  return sumsOf(figures, 'returned')
    .map(({ key: [from = '', to = ''], n }) => ({ from, to, count: n }))
    .toSorted((a, b) => b.count - a.count || before(a.from, b.from) || before(a.to, b.to));
}

export interface LateReports {
  total: number;
  /** By row and by office. */
  steps: Record<string, number>;
  offices: Record<string, number>;
}

/** Reports that were late at a row, each once. */
export function lateReports(figures: Figures): LateReports {
  const found: LateReports = { total: 0, steps: {}, offices: {} };
  for (const { key, n } of sumsOf(figures, 'once-late')) {
    const [by, value = ''] = key;
    if (by === 'all') found.total = n;
    else found[by === 'step' ? 'steps' : 'offices'][value] = n;
  }
  return found;
}

export interface ReturnedReport {
  /** Offices; empty: any. */
  from: string;
  to: string;
  count: number;
}

/** Reports that were returned, each once: by office from and to, from one, to one, and in all. */
export function returnedReports(figures: Figures): ReturnedReport[] {
  return sumsOf(figures, 'once-returned')
    .map(({ key: [from = '', to = ''], n }) => ({ from, to, count: n }))
    .toSorted((a, b) => before(a.from, b.from) || before(a.to, b.to));
}

export interface Totals {
  total: number;
  open: number;
  reopenings: number;
  closedBySystem: number;
  closedByReporter: number;
  closedByOffice: number;
}

export function totals(figures: Figures): Totals {
  return {
    total: countOf(figures, 'status'),
    open: countOf(figures, 'held'),
    reopenings: countOf(figures, 'reopened'),
    closedBySystem: countOf(figures, 'closed', 'system'),
    closedByReporter: countOf(figures, 'closed', 'reporter'),
    closedByOffice: countOf(figures, 'closed', 'office'),
  };
}

const day = 86_400_000;

/** Days of 24 hours from receipt to the substantive answer; null where nothing was answered. */
export interface AnswerDays {
  mean: number | null;
  median: number | null;
  p90: number | null;
}

/** Of the reports in scope that were answered. */
export async function answerDays(tx: Db, scope: FigureScope, figures: Figures): Promise<AnswerDays> {
  const sums = sumsOf(figures, 'answer-time');
  const { median = null, p90 = null } = (await quantilesOf(tx, scope, 'answer', sums)).get('') ?? {};
  return {
    mean: meanOf(sums, day),
    median: median === null ? null : median / day,
    p90: p90 === null ? null : p90 / day,
  };
}

export interface TrendFigure {
  /** `2026-W48`, or `2026-11`. */
  period: string;
  received: number;
  answered: number;
  ended: number;
}

/** By ISO week or month in WIB: what came in, was answered, and ended in it. */
export function trend(figures: Figures, unit: Unit): TrendFigure[] {
  const periods = new Map<string, TrendFigure>();
  for (const { key, n } of sumsOf(figures, unit)) {
    const [period = '', mark] = key;
    const known = periods.get(period) ?? { period, received: 0, answered: 0, ended: 0 };
    periods.set(period, { ...known, [mark as 'received']: n });
  }
  return [...periods.values()].toSorted((a, b) => before(a.period, b.period));
}
