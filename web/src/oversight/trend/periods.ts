// Weeks and months of the trend: the gaps filled, so that a quiet week is seen as one.
import type { Summary } from '../../api/types.ts';

export type Unit = 'weeks' | 'months';
export type Figure = Summary['trend']['weeks'][number];

const dayMs = 86_400_000;

/** The Monday of `2026-W48`, as epoch milliseconds in UTC. */
function mondayOf(period: string): number {
  const [year = 0, week = 0] = period.split('-W').map(Number);
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * dayMs;
}

/** The ISO week of a Monday. */
function weekOf(monday: number): string {
  const year = new Date(monday + 3 * dayMs).getUTCFullYear();
  const week = Math.round((monday - mondayOf(`${year}-W1`)) / (7 * dayMs)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function nextOf(period: string, unit: Unit): string {
  if (unit === 'weeks') return weekOf(mondayOf(period) + 7 * dayMs);
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

/** Every period from the first to the last, at most the `most` newest. */
export function filled(figures: readonly Figure[], unit: Unit, most: number): Figure[] {
  const known = new Map(figures.map((figure) => [figure.period, figure]));
  const last = figures.at(-1)?.period;
  const all: Figure[] = [];
  for (let period = figures[0]?.period; period !== undefined; ) {
    all.push(known.get(period) ?? { period, received: 0, answered: 0, ended: 0 });
    period = last !== undefined && period < last ? nextOf(period, unit) : undefined;
  }
  return all.slice(-most);
}
