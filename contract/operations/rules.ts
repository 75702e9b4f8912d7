// Calendar and policy over HTTP.
import { z } from 'zod';
import { policySchema } from '../../sop/policy/policy.schema.ts';
import { day, flag, instant, line, list, movedDeadlines } from '../common.ts';
import { wrong } from '../problems/wrong.ts';

export const yearParams = z.object({ year: z.coerce.number().int().min(2000).max(2099) });
export const previewQuery = z.object({
  preview: flag.optional().describe('true: only lists what would move'),
});

const calendarDay = z.strictObject({
  date: day,
  name: line(200),
  kind: z.enum(['libur nasional', 'cuti bersama', 'libur daerah', 'lainnya']),
});
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong({ id: 'Harus berupa HH:MM', en: 'Must be HH:MM' }));
const spans = z.array(z.tuple([time, time])).refine(
  (list) => list.every(([from, to], index) => from < to && (list[index - 1]?.[1] ?? '') <= from),
  wrong({
    id: 'Jam harus berurutan dan tidak bertumpuk',
    en: 'Hours must follow each other and not overlap',
  }),
);
const hours = z
  .strictObject({
    name: line(200),
    from: day,
    to: day,
    week: z.strictObject(
      Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((n) => [n, spans.optional()])),
    ),
  })
  .refine(({ from, to }) => from <= to, {
    ...wrong({ id: 'Tanggal akhir mendahului tanggal awal', en: 'The last day is before the first' }),
    path: ['to'],
  });

const calendarBody = z.strictObject({
  year: z.number().int().optional().describe('As it was read; that of the path'),
  revision: z
    .string()
    .max(100)
    .optional()
    .describe('As it was read; another one by now is refused, as by If-Match'),
  decree: line(200)
    .nullish()
    .describe('By which it is changed, e.g. SKB 3 Menteri Nomor 1497 Tahun 2025; absent: none is named'),
  changes: z.unknown().optional().describe('As it was read; stays'),
  days: z.array(calendarDay).max(366),
  hours: z
    .array(hours)
    .max(20)
    .optional()
    .describe('Absent: the hours stay. Those that span years stay as they are, with them or without'),
});
/** reading 30. */
export const calendarYears = z.object({
  decreed: z.array(z.number().int()).describe('The years whose holidays are decreed, in order'),
  end: z
    .object({
      year: z.number().int(),
      until: instant.describe('When the longest limit that begins now would end'),
    })
    .nullable()
    .describe('The first year without decreed days that now and the longest limit reach; null: none'),
});
/** What GET answers is taken as it came. The list alone is the form in which a year is shipped. */
export const putCalendar = z
  .preprocess((body) => (Array.isArray(body) ? { days: body } : body), calendarBody)
  .describe('Or the list of days alone');
export const ruleHeaders = z.object({
  'if-match': z
    .string()
    .max(100)
    .optional()
    .describe('"<revision>" of the calendar, "<version>" of the policy, as they were read'),
});
export const calendar = z.object({
  year: z.number().int(),
  revision: z.string().describe('Of days and hours; for If-Match'),
  decree: z.string().nullable().describe('By which the year stands; null: none was named'),
  changes: z
    .array(z.object({ at: instant, by: z.string(), decree: z.string().nullable(), what: z.string() }))
    .describe('The last twenty, the newest first'),
  days: z.array(z.object({ date: z.string(), name: z.string(), kind: z.string() })),
  hours: z.array(
    z.object({
      name: z.string(),
      from: z.string(),
      to: z.string(),
      week: z.record(z.string(), z.array(z.array(z.string()))),
    }),
  ),
});

/** What GET answers is taken as it came. The policy alone is the form in which one is shipped. */
export const putPolicy = z
  .preprocess(
    (body) =>
      isRead(body) ? { ...body.policy, ...(body.version !== undefined && { version: body.version }) } : body,
    policySchema.safeExtend({
      name: line(100),
      version: z
        .number()
        .int()
        .optional()
        .describe('As it was read; another one by now is refused, as by If-Match'),
    }),
  )
  .describe('Or as it was read, the policy within');

function isRead(body: unknown): body is { policy: object; version?: unknown } {
  return typeof body === 'object' && body !== null && 'policy' in body && typeof body.policy === 'object';
}

export const policy = z.object({
  version: z.number().int(),
  createdAt: instant,
  createdBy: z.string(),
  policy: policySchema,
});
export const policyList = list(policy);

export const shippedPolicies = list(policySchema);

const changes = z.object({
  preview: z.boolean(),
  why: z.string().describe('As each report that moves records it'),
  recomputation: z.number().int().nullable().describe('Follow it at /v1/recomputations/{id}'),
  total: z.number().int().describe('Deadlines that move'),
  changes: movedDeadlines,
  offices: z
    .array(
      z.object({
        officeId: z.string(),
        total: z.number().int().describe('Of its deadlines that move'),
        late: z.number().int().describe('Of these, ahead now and past then'),
        relieved: z.number().int().describe('Of these, past now and ahead then'),
        earliest: instant.describe('Of the new ones'),
        latest: instant,
      }),
    )
    .describe('Of all that move; those with the most that becomes late first'),
});
export const calendarChanged = changes.extend({ year: z.number().int() });
export const policyChanged = changes.extend({ version: z.number().int().nullable() });

export const recomputationParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
export const recomputation = z.object({
  id: z.number().int(),
  why: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  moved: z.number().int().describe('Complaints told so far'),
  finishedAt: instant.nullable(),
});

/** reading 29: of one office, before the common ones on the dates that they cover. */
export const putOfficeHours = z.strictObject({
  officeId: z.string().optional().describe('As it was read; that of the path'),
  revision: z
    .string()
    .max(100)
    .optional()
    .describe('As it was read; another one by now is refused, as by If-Match'),
  hours: z.array(hours).max(20).describe('All that it has of its own; none: it goes by the common ones'),
  common: z.unknown().optional().describe('As it was read; stays'),
});
export const officeHours = z.object({
  officeId: z.string(),
  revision: z.string().describe('For If-Match'),
  hours: calendar.shape.hours,
  common: calendar.shape.hours.describe('Where it has none of its own'),
});
export const officeHoursChanged = changes.extend({ officeId: z.string() });
