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
  lateReports: count.describe(
    'Reports that were late, each once: `GET /v1/complaints?lateStep=…` or `?lateOffice=…` lists them',
  ),
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

const compared = z.object({ now: count, before: count });
const bySteps = z.record(z.string(), count).describe('By row');
const ranked = z.object({
  officeId: z.string(),
  name: z.string(),
  own: z.boolean().describe('The desk of the office that is looked at, without what is below it'),
  below: z.boolean().describe('There are offices below it'),
  late: compared,
  lateBySteps: bySteps,
  dueTodayBySteps: bySteps,
  open: count.describe('Held by an office of it now'),
  withinPercent: share.describe("Stays at a row that were within the row's limit"),
  withinPercentBefore: share,
});

export const brief = z
  .object({
    officeId: z.string().describe('Whose part of the tree it is'),
    beforeAt: instant.describe('The same moment of the week, `weeks` ago'),
    weeks: count.describe('At least as long ago as the period is long; 1 without a period'),
    late: compared.describe(
      'Held past the row’s limit by an office of the part, `GET /v1/complaints?overdue=true&heldUnder=…`; what was late before is told by the record',
    ),
    dueToday: count,
    outside: z
      .object({ late: count, dueToday: count })
      .describe('Of `overdueNow` and `dueToday` what offices elsewhere hold'),
    open: compared,
    worstStep: count.nullable().describe('The row at which most is late'),
    ranking: z.array(ranked).describe('Offices directly below, each with all under it; most late first'),
    received: compared.describe('In the period, or the last seven days; and in as long before it'),
    flowBefore: z
      .object({
        withinPercent: share,
        medianDays: z.number().nullable(),
        returned: count,
        reopenings: count,
        ratings: count,
        ratingMean: z.number().nullable(),
      })
      .nullable()
      .describe('Of reports received in as long before the period; null without one'),
  })
  .describe('What a superior reads first: now, and at the same moment of the week before');

export const summary = z.object({
  brief,
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
  categories: z
    .array(
      z.object({
        code: z.string(),
        parent: z.string().nullable(),
        name: z.string(),
        words: z.array(z.string()).describe('How its own reports say it; keys of `byCategory`'),
        own: count.describe('Of the category itself'),
        total: count.describe('With all below it'),
      }),
    )
    .describe('The same as the tree of categories reads it; what stands in no tree is in `byCategory` alone'),
  byChannel: counts,
  byStep: counts,
  byOffice: counts.describe('By the office that holds it now; `system` for rows 1 and 11 and what has ended'),
  clocks: z
    .object({
      row: clock.extend({
        lateReports: count.describe('Reports that were late at a row, each once; `?wasLate=true` lists them'),
      }),
      firstResponse: clock,
      whole: clock,
    })
    .describe(
      'reading 13. The row counts stays, of which a report has several; the others reports: `?clock=whole&clockMet=true` lists them',
    ),
  steps: z.array(z.object({ step: count, ...spread })),
  offices: z.array(z.object({ officeId: z.string(), name: z.string(), ...spread })),
  answerDays: z
    .object({ mean: z.number().nullable(), median: z.number().nullable(), p90: z.number().nullable() })
    .describe('Days of 24 hours from receipt to the substantive answer'),
  dueToday: held.describe("The row's limit ends later today, where the holder is"),
  overdueNow: held,
  returns: z.object({
    total: count.describe('How often'),
    reports: count.describe('Reports that were returned, each once; `?returned=true` lists them'),
    between: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        count,
        reports: count.describe('`?returnedFrom=…&returnedTo=…` lists them'),
      }),
    ),
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
  trend: z
    .object({ weeks: trend, months: trend })
    .describe('`?receivedIn=…`, `?answeredIn=…` and `?endedIn=…` list them'),
});

const weekFigure = z.object({
  handled: count.describe('Reports of which a stay at a row ended in that week, or was late in it'),
  late: count.describe('`GET /v1/complaints?lateIn=…&under=…` lists them'),
});
export const weekQuery = reportQuery.pick({ officeId: true });
export const weekList = z.object({
  weeks: z.array(z.string()).describe('ISO weeks in WIB, the present one last'),
  whole: z.array(weekFigure).describe('Of the part, a figure a week'),
  offices: z
    .array(z.object({ officeId: z.string(), name: z.string(), figures: z.array(weekFigure) }))
    .describe('Offices directly below, each with all under it; those that had something'),
});

const named = z.object({ id: z.string(), name: z.string() });
const byOffice = z.record(z.string(), count).describe('By the id of an office');
export const returnList = list(
  z.object({
    from: named,
    to: named,
    count: count.describe('How often'),
    reports: count.describe('Each once'),
  }),
).extend({
  reports: z
    .object({ total: count, from: byOffice, to: byOffice })
    .describe('Reports, each once, whichever office it was returned to, or from; so they are no sums'),
});
export const commentedList = list(
  z.object({
    number: z.string(),
    title: z.string(),
    at: instant,
    score: z.number().int().min(1).max(5),
    office: z.string().describe('The name of the office whose answer was rated'),
    comment: z.string().describe('As the reporter said it'),
  }),
);
export const returnedList = list(
  z.object({
    number: z.string(),
    title: z.string(),
    at: instant,
    from: z.string().describe('The name of the office that returned it'),
    to: z.string(),
    reason: z.string(),
  }),
);
