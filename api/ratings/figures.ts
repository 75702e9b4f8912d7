// Sums of ratings (reading 26): how many, and the mean, in whole and by office and kind.
import type { z } from 'zod';
import type { ratingFigure, ratingSums } from '../../contract/reporter/ratings.ts';
import type { RatingFigure } from '../../db/figures/beside.ts';

type Sum = z.output<typeof ratingFigure>;

/** The worst mean first. */
export function ratingSumsOf(
  figures: RatingFigure[],
  nameOf: (officeId: string) => string,
): z.output<typeof ratingSums> {
  const by = <T extends 'officeId' | 'kind'>(key: T) => {
    const sums = [...new Set(figures.map((figure) => figure[key]))].map((value) => ({
      value,
      ...sumOf(figures.filter((figure) => figure[key] === value)),
    }));
    return sums.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0) || b.total - a.total);
  };
  return {
    ...sumOf(figures),
    offices: by('officeId').map(({ value, ...sum }) => ({ officeId: value, name: nameOf(value), ...sum })),
    kinds: by('kind').map(({ value, ...sum }) => ({ kind: value, ...sum })),
  };
}

function sumOf(figures: RatingFigure[]): Sum {
  const scores: Record<string, number> = {};
  let [total, points] = [0, 0];
  for (const { score, count } of figures) {
    scores[score] = (scores[score] ?? 0) + count;
    total += count;
    points += score * count;
  }
  return { total, mean: total === 0 ? null : Math.round((10 * points) / total) / 10, scores };
}
