// What superiors read: figures and exports.
import { z } from 'zod';
import { type BeyondFigure, beyondFigures } from '../sop/beside/beyond.ts';
import { id, instant, list } from './common.ts';
import { ratingSums } from './reporter/ratings.ts';

const day = z.union([instant, z.iso.date()]);
export const reportQuery = z.object({
  from: day.optional().describe('Received at or after; a date is in WIB'),
  to: day.optional().describe('Received before; a date counts whole, in WIB'),
  officeId: id.optional().describe('Of my part of the tree; absent: my own office, all for national and ops'),
});

const share = z.number().nullable().describe('Percent, one decimal; null without a case');
const count = z.number().int();
const counts = z.record(z.string(), count);
const spread = {
  visits: count.describe('Ended, or past their limit'),
  within: count,
  late: count,
  withinPercent: share,
  meanMinutes: z.number().nullable().describe('Office minutes'),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
};
const clock = z.object({ within: count, late: count, withinPercent: share });
const held = z.object({
  total: count,
  items: z.array(z.object({ step: count, officeId: z.string(), count })),
});
const beyond = z.object({
  total: count.describe('Of all offices in view, each report once'),
  offices: z.array(z.object({ officeId: z.string(), name: z.string(), count })).describe('The most first'),
});
const trend = z.array(z.object({ period: z.string(), received: count, answered: count, ended: count }));

export const summary = z.object({
  from: instant.nullable(),
  to: instant.nullable(),
  officeId: z.string().nullable(),
  officeNames: z
    .record(z.string(), z.string())
    .describe('Of every office that a figure here names, also those that are no more'),
  total: count,
  open: count,
  byStatus: counts,
  byKind: counts,
  byCategory: counts.describe('`-` for none'),
  byChannel: counts,
  byStep: counts,
  byOffice: counts.describe('By the office that holds it now; `system` for rows 1 and 11 and what has ended'),
  clocks: z.object({ row: clock, firstResponse: clock, whole: clock }).describe('reading 13'),
  steps: z.array(z.object({ step: count, ...spread })),
  offices: z.array(z.object({ officeId: z.string(), name: z.string(), ...spread })),
  answerDays: z
    .object({ mean: z.number().nullable(), median: z.number().nullable(), p90: z.number().nullable() })
    .describe('Days of 24 hours from receipt to the substantive answer'),
  dueToday: held.describe("The row's limit ends later today, where the holder is"),
  overdueNow: held,
  returns: z.object({
    total: count,
    between: z.array(z.object({ from: z.string(), to: z.string(), count })),
  }),
  reopenings: count,
  ratings: ratingSums,
  beyond: z
    .object(
      Object.fromEntries(beyondFigures.map((figure) => [figure, beyond])) as Record<
        BeyondFigure,
        typeof beyond
      >,
    )
    .describe(
      'Reports, each once, by what an office did or met beyond the straight way (readings 18, 19, 23–25); `GET /v1/complaints?beyond=…&beyondFor=…` lists them',
    ),
  closedBy: z.object({ system: count, reporter: count, office: count }),
  trend: z.object({ weeks: trend, months: trend }),
});

const named = z.object({ id: z.string(), name: z.string() });
export const returnList = list(z.object({ from: named, to: named, count }));
