// How satisfied the reporter is (reading 26).
import { z } from 'zod';
import { scores } from '../../sop/beside/rating.ts';
import { kinds } from '../../sop/terms.ts';
import { instant, words } from '../common.ts';

const score = z.union(scores.map((one) => z.literal(one)));
export const newRating = z.object({
  score: z.number().int().min(1).max(5).pipe(score),
  comment: words(2_000).nullish().describe('Read by offices, never by the public'),
});
export const linkRating = newRating.extend({ token: z.string().min(1).max(1_000) });
export const linkRated = z.object({ number: z.string(), score });

export const rating = z.object({ score, comment: z.string().nullable(), at: instant });

const count = z.number().int();
export const ratingFigure = z.object({
  total: count,
  mean: z.number().nullable().describe('One decimal; null without a rating'),
  scores: z.record(z.string(), count).describe('How many of each, by 1 to 5'),
});
export const ratingSums = ratingFigure
  .extend({
    offices: z.array(ratingFigure.extend({ officeId: z.string(), name: z.string() })),
    kinds: z.array(ratingFigure.extend({ kind: z.enum(kinds) })),
  })
  .describe('reading 26: the last one of each report, for the office whose answer was in force');
