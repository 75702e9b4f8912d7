// One minute before the meeting: what is late now and a week ago, in one ranking of the offices directly below, and what went through.
import type { Db } from '../../connection/client.ts';
import type { ClockFigure, HeldFigure } from '../figures.ts';
import { dueToday, openNow, overdueNow, totals } from '../figures.ts';
import type { Figures, FigureScope } from '../kept.ts';
import { type Branch, branchesUnder, type PlacedOffice } from './branches.ts';
import { type Flow, flowOf, visitsByOffice } from './flow.ts';
import { type Before, periodBefore } from './period-before.ts';
import { lateAt, openAt, receivedIn } from './stood.ts';

/** Now, and at the same moment of the week before. */
interface Compared {
  now: number;
  before: number;
}

interface Ranked {
  branch: Branch;
  late: Compared;
  /** By row. */
  lateBySteps: ReadonlyMap<number, number>;
  dueTodayBySteps: ReadonlyMap<number, number>;
  /** Held by an office now. */
  open: number;
  /** Of reports received in the period, and in the one before; null: of all time. */
  visits: ClockFigure;
  visitsBefore: ClockFigure | null;
}

export interface Brief {
  /** Whose part it is; empty when there is no such office. */
  officeId: string;
  before: Before;
  /** Held by offices of the part: what it answers for. What others hold that it had a hand in is `outside`. */
  late: Compared;
  dueToday: number;
  outside: { late: number; dueToday: number };
  open: Compared;
  /** At which most is late; null when nothing is. */
  worstStep: number | null;
  /** Those with most late reports first; its own desk is one of them. */
  ranking: Ranked[];
  /** In the period, or the last seven days; and in as long before it. */
  received: Compared;
  /** Of the period before; null: of all time there is none. */
  flowBefore: Flow | null;
}

/** Of the figures of `scope`, in their snapshot, as of `now` in epoch milliseconds. */
export async function briefOf(
  tx: Db,
  scope: FigureScope,
  { figures, tree, now }: { figures: Figures; tree: readonly PlacedOffice[]; now: number },
): Promise<Brief> {
  const { officeId } = scope;
  const before = periodBefore(scope, now);
  const then = { officeId, ...before.held };
  const earlier = { officeId, ...before.before };
  const flowBefore = scope.from === null ? null : await flowOf(tx, earlier);
  const offices = visitsByOffice(figures);
  const branches = branchesUnder(tree, officeId);
  const part = new Set(branches.flatMap(({ ids }) => [...ids]));
  const isInside = (id: string) => officeId === null || part.has(id);
  const [overdue, due] = [overdueNow(figures), dueToday(figures)];
  const wasLate = await lateAt(tx, then, before.at);
  const held = openNow(figures);
  const { open, total } = totals(figures);
  const inside = overdue.filter((one) => isInside(one.officeId));
  const dueInside = due.filter((one) => isInside(one.officeId));
  return {
    officeId: branches[0]?.office.id ?? '',
    before,
    late: { now: sum(inside), before: sum(wasLate) },
    dueToday: sum(dueInside),
    outside: { late: sum(overdue) - sum(inside), dueToday: sum(due) - sum(dueInside) },
    open: { now: open, before: await openAt(tx, then, before.at, open) },
    worstStep: mostOf(bySteps(inside)),
    ranking: branches
      .map((branch): Ranked => {
        const of = (items: readonly HeldFigure[]) => items.filter((one) => branch.ids.has(one.officeId));
        return {
          branch,
          late: { now: sum(of(overdue)), before: sum(of(wasLate)) },
          lateBySteps: bySteps(of(overdue)),
          dueTodayBySteps: bySteps(of(due)),
          open: sum(of(held)),
          visits: visitsIn(branch, offices),
          visitsBefore: flowBefore && visitsIn(branch, flowBefore.offices),
        };
      })
      .filter((one) => one.branch.office.active || hasSomething(one))
      .toSorted(
        (a, b) =>
          b.late.now - a.late.now ||
          b.late.before - a.late.before ||
          lateShare(b.visits) - lateShare(a.visits) ||
          a.branch.office.name.localeCompare(b.branch.office.name, 'id'),
      ),
    received: flowBefore
      ? { now: total, before: flowBefore.received }
      : await receivedIn(tx, officeId, before),
    flowBefore,
  };
}

/** The row with the most; the earlier one of two. */
export function mostOf(counts: ReadonlyMap<number, number>): number | null {
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b);
  return most?.[0] ?? null;
}

function bySteps(items: readonly HeldFigure[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { step, count } of items) counts.set(step, (counts.get(step) ?? 0) + count);
  return new Map([...counts].toSorted(([a], [b]) => a - b));
}

function visitsIn({ ids }: Branch, offices: Flow['offices']): ClockFigure {
  const sums = { within: 0, late: 0 };
  for (const [id, { within, late }] of offices) {
    if (!ids.has(id)) continue;
    sums.within += within;
    sums.late += late;
  }
  return sums;
}

function hasSomething({ late, open, visits }: Ranked): boolean {
  return late.now + late.before + open + visits.within + visits.late > 0;
}

function lateShare({ within, late }: ClockFigure): number {
  return within + late === 0 ? 0 : late / (within + late);
}

function sum(items: readonly { count: number }[]): number {
  return items.reduce((all, { count }) => all + count, 0);
}
