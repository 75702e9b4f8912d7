// How offices do, for everybody: from the same figures that superiors read, without what few reports would tell.
import type { z } from 'zod';
import type { Sql } from '../../db/connection/client.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { instantOf } from '../values/day.ts';
import { zoned } from '../values/zoned.ts';
import type { performance as contract } from '../../contract/reporter/performance.ts';
import { publicZone } from '../../sop/offices.ts';
import { summarise } from './summary.ts';

export type Performance = z.output<typeof contract>;

/** Of fewer ratings a mean tells of single people. */
const fewestRatings = 5;

/** Of reports received in that year (WIB); null: of all time. */
export async function performanceOf(sql: Sql, year: number | null): Promise<Performance> {
  const [from, to] = year === null ? [null, null] : [dayOf(`${year}-01-01`), dayOf(`${year + 1}-01-01`)];
  const figures = await summarise(sql, { officeId: null, from, to });
  const spreads = new Map(figures.offices.map((spread) => [spread.officeId, spread]));
  const rated = new Map(figures.ratings.offices.map((sum) => [sum.officeId, sum]));
  const held = figures.byOffice;
  const known = (await allOffices(sql)).filter(({ id }) => spreads.has(id) || held[id]);
  const { within, late, withinPercent } = figures.clocks.whole;
  const years = figures.trend.months
    .filter((month) => month.received > 0)
    .map(({ period }) => Number(period.slice(0, 4)));
  return {
    year,
    years: [...new Set(years)].toSorted((a, b) => b - a),
    at: zoned(new Date(), publicZone),
    received: figures.total,
    open: figures.open,
    answered: within + late,
    withinPercent,
    medianDays: figures.answerDays.median,
    rating: ratingOf(figures.ratings),
    offices: known
      .map(({ id, name, level }) => {
        const spread = spreads.get(id);
        return {
          id,
          name,
          level,
          open: held[id] ?? 0,
          handled: spread?.visits ?? 0,
          withinPercent: spread?.withinPercent ?? null,
          medianMinutes: spread?.medianMinutes ?? null,
          rating: ratingOf(rated.get(id)),
        };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

const dayOf = (day: string) => instantOf(day, 'start');

function ratingOf(sum: { total: number; mean: number | null } | undefined): Performance['rating'] {
  return sum && sum.mean !== null && sum.total >= fewestRatings ? { mean: sum.mean, total: sum.total } : null;
}
