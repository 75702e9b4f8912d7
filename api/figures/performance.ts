// How offices do, for everybody: from the same figures that superiors read, without what few reports would tell.
import type { z } from 'zod';
import type { Sql } from '../../db/connection/client.ts';
import { agencyFigures } from '../../db/figures/agencies.ts';
import { allOffices, type KeptOffice } from '../../db/offices/offices.ts';
import { instantOf } from '../values/day.ts';
import { zoned } from '../values/zoned.ts';
import type { performance as contract } from '../../contract/reporter/performance.ts';
import { publicZone } from '../../sop/offices.ts';
import { percent, tenth } from './rounded.ts';
import { summarise } from './summary.ts';

export type Performance = z.output<typeof contract>;

/** Of fewer ratings, or of fewer answers of an agency, a figure tells of single people. */
const fewest = 5;

/** Of reports received in that year (WIB); null: of all time. */
export async function performanceOf(sql: Sql, year: number | null): Promise<Performance> {
  const [from, to] = year === null ? [null, null] : [dayOf(`${year}-01-01`), dayOf(`${year + 1}-01-01`)];
  const figures = await summarise(sql, { officeId: null, from, to });
  const spreads = new Map(figures.offices.map((spread) => [spread.officeId, spread]));
  const rated = new Map(figures.ratings.offices.map((sum) => [sum.officeId, sum]));
  const held = figures.byOffice;
  const tree = await allOffices(sql);
  const agencies = tree.flatMap(({ id, level }) => (level === 'agency' ? [id] : []));
  const wholes = await agencyFigures(sql, agencies, { from, to });
  const under = heldUnder(held, tree);
  const wholeOf = ({ id, level }: KeptOffice): Performance['offices'][number]['whole'] => {
    if (level !== 'agency') return null;
    const { whole, answered, medianDays } = wholes.get(id) ?? nothing;
    const judged = whole.within + whole.late;
    return {
      open: under.get(id) ?? 0,
      answered: judged,
      withinPercent: judged < fewest ? null : percent(whole.within, whole.late),
      medianDays: answered < fewest ? null : tenth(medianDays),
    };
  };
  const known = tree.filter(({ id }) => spreads.has(id) || held[id] || wholes.has(id));
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
      .map((office) => {
        const { id, name, level } = office;
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
          whole: wholeOf(office),
        };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

const nothing = { whole: { within: 0, late: 0 }, answered: 0, medianDays: null };

/** What each office holds with all under it; what one has that joined another counts there, too (reading 27). */
function heldUnder(held: Record<string, number>, tree: readonly KeptOffice[]): Map<string, number> {
  const offices = new Map(tree.map((office) => [office.id, office]));
  const sums = new Map<string, number>();
  for (const [id, count] of Object.entries(held)) {
    const all = new Set([id]);
    // What is added on the way is walked too.
    for (const one of all) {
      const office = offices.get(one);
      for (const above of [office?.parentId, office?.successorId]) if (above) all.add(above);
    }
    for (const one of all) sums.set(one, (sums.get(one) ?? 0) + count);
  }
  return sums;
}

const dayOf = (day: string) => instantOf(day, 'start');

function ratingOf(sum: { total: number; mean: number | null } | undefined): Performance['rating'] {
  return sum && sum.mean !== null && sum.total >= fewest ? { mean: sum.mean, total: sum.total } : null;
}
