// How offices do, as anybody may know: open data.
import { z } from 'zod';
import { levels } from '../../sop/terms.ts';
import { instant } from '../common.ts';

const count = z.number().int();
const share = z.number().nullable().describe('Percent, one decimal; null without a case');

export const performanceQuery = z.object({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .describe('Of receipt, in WIB; absent: all time'),
});

export const performance = z.object({
  year: count.nullable(),
  years: z.array(count).describe('In which something was received, the latest first'),
  at: instant.describe('Counted then; anew after five minutes'),
  received: count,
  open: count.describe('Of them, now'),
  answered: count.describe('Of them, for whom the whole limit (reading 13) was judged'),
  withinPercent: share.describe('Answered within the whole limit'),
  medianDays: z
    .number()
    .nullable()
    .describe('Days of 24 hours from receipt to the substantive answer: half took no longer'),
  rating: z
    .object({ mean: z.number(), total: count })
    .nullable()
    .describe('Stars of reporters (reading 26); null below five, which would tell of single people'),
  offices: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.enum(levels),
        open: count.describe('Held now'),
        handled: count.describe('Stays of reports that have ended here, or are past their limit'),
        withinPercent: share.describe('Of them within the limit of the row (SOP 2–9)'),
        medianMinutes: z.number().nullable().describe('Office minutes of a stay'),
        rating: z.object({ mean: z.number(), total: count }).nullable().describe("Of this office's answers"),
        whole: z
          .object({
            open: count.describe('Held now by it or an office under it'),
            answered: count.describe(
              'Of the reports in which one of them has or had a part: for whom the whole limit (reading 13) was judged',
            ),
            withinPercent: share.describe('Of them, answered within the whole limit; null below five'),
            medianDays: z
              .number()
              .nullable()
              .describe(
                'Days of 24 hours from receipt to the substantive answer, to two percent: half took no longer; null below five answers',
              ),
          })
          .nullable()
          .describe('Of an agency with all offices under it; null of every other office'),
      }),
    )
    .describe(
      'By name; each by what it had itself, without the offices under it, and an agency `whole` besides',
    ),
});
