// By what the lists of complaints are narrowed.
import { z } from 'zod';
import { beyondFigures } from '../../sop/beside/beyond.ts';
import { channels, confidentialities, kinds, statuses } from '../../sop/terms.ts';
import { flag, id, instant, page, sought } from '../common.ts';
import { soughtReference } from '../references.ts';
import { regionCode } from '../reporter/regions.ts';

const numbers = z
  .string()
  .max(1_300)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().min(1).max(64)).min(1).max(20))
  .describe('At most 20, with commas between');

export const likelyQuery = z.object({ numbers });

const narrowing = page.extend({
  kind: z.enum(kinds).optional(),
  step: z.coerce.number().int().min(1).max(11).optional(),
  overdue: flag.optional(),
  dueToday: flag.optional().describe("The row's limit ends today, where the holder is"),
  soon: flag.optional().describe('The holder has been warned, and is not late'),
  category: sought(100)
    .optional()
    .describe(
      'The name or code of a category: it and all below it. Else what the category holds; capitals do not matter',
    ),
  place: sought(200).optional().describe('What the place holds; capitals do not matter'),
  region: regionCode.optional().describe('In that region, or in what lies in it'),
  confidentiality: z.enum(confidentialities).optional(),
  channel: z.enum(channels).optional(),
  agencyId: id.optional().describe('The agency whose report it is'),
  olderThan: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('Received more than so many calendar days ago'),
  reference: soughtReference.optional().describe('`source:id`, a number of another system'),
  numbers: numbers.optional().describe('Only these: to look at single rows of a list again'),
  assignee: z.string().max(100).optional().describe('A username, `me`, or `none`'),
  q: sought(200).optional().describe('Indonesian full text, a number, or one of another system'),
});

/** A cursor that goes on within a group names it. */
const cursor = z.string().max(1_500).optional();

/** By what a list may be grouped; each group is whole, also over pages. */
export const groupings = ['category', 'place', 'office', 'assignee', 'day', 'step'] as const;
const grouped = (office: string, ...left: string[]) =>
  z
    .enum(groupings)
    .exclude(left as [])
    .optional()
    .describe(
      `Reports of one group stand together, those without come last; within a group the order is the same. \`office\`: ${office}; \`day\`: that of the deadline, in my office's zone`,
    );

export const disposedQuery = narrowing
  .omit({ assignee: true })
  .extend({ cursor, group: grouped('who holds it', 'assignee') });

/** What an inbox may be ordered by. */
const inboxOrders = ['deadline', 'newest', 'oldest'] as const;

export const inboxQuery = narrowing.extend({
  cursor,
  group: grouped('the agency whose report it is'),
  kind: z
    .enum([...kinds, 'consultations'])
    .optional()
    .describe('`consultations`: what my office is asked (reading 24), of which `overdue` alone narrows'),
  sort: z
    .enum(inboxOrders)
    .default('deadline')
    .describe(
      'The soonest deadline first, or the newest or the oldest receipt; a cursor goes on in its own order',
    ),
});

export const inboxCountsQuery = inboxQuery
  .omit({ cursor: true, limit: true, sort: true, numbers: true })
  .extend({ kind: z.enum(kinds).optional() });

const period = z
  .string()
  .regex(/^[12]\d{3}-(W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2])$/)
  .optional();

/** What happened to a report: what the numbers of the figures lead to. */
const happened = {
  wasLate: flag
    .optional()
    .describe('An office of the part that is asked for missed a row’s limit, there or elsewhere by now'),
  lateStep: z.coerce
    .number()
    .int()
    .min(1)
    .max(11)
    .optional()
    .describe('It was late at that row; as `wasLate`'),
  lateOffice: id.optional().describe('It was that office; as `wasLate`'),
  clock: z
    .enum(['firstResponse', 'whole'])
    .optional()
    .describe('The limit of the first response or of the whole (reading 13) ended, as `clockMet` says'),
  clockMet: flag
    .optional()
    .describe(
      'With `clock`: met within its limit; absent or false: missed, by an office of the part (reading 17)',
    ),
  returned: flag.optional().describe('Returned by an office (readings 8–10)'),
  returnedFrom: id.optional().describe('By that office; as `returned`'),
  returnedTo: id.optional().describe('To that office; as `returned`'),
  receivedIn: period.describe('An ISO week, `2026-W48`, or a month, `2026-11`, in WIB'),
  answeredIn: period.describe('The last answer came in it; as `receivedIn`'),
  endedIn: period.describe('It ended in it; as `receivedIn`'),
  closedBy: z.enum(['system', 'reporter', 'office']).optional().describe('Closed, and by whom'),
};

/** What somebody may see can be the whole record: of what is found, so many of the newest are put in groups. */
export const mostGrouped = 1_000;

export const listQuery = narrowing.extend({
  cursor,
  group: grouped('who holds it', 'assignee').describe(
    `The newest ${mostGrouped} that are found, those of one group together, those without come last; within a group the newest first. \`office\`: who holds it; \`day\`: that of the deadline, in my office's zone`,
  ),
  status: z.enum(statuses).optional(),
  officeId: id.optional().describe('The holder'),
  rated: flag
    .optional()
    .describe("Rated by its reporter, for an office's answer of the part that is asked for"),
  score: z.coerce.number().int().min(1).max(5).optional().describe('Rated so; as `rated`'),
  ratedFor: id.optional().describe('Rated for the answer of that office'),
  beyond: z
    .enum(beyondFigures)
    .optional()
    .describe(
      'What the summary counts beyond the straight way: an office of the part that is asked for was `recalling` or had it `recalled` (18), was `correcting` (19), `extending` (25), `consulting` others or `consulted`, `consultedLate` past its limit (24); or its answer was `objectedUpward` (23)',
    ),
  beyondFor: id.optional().describe('With `beyond`: it was that office'),
  heldUnder: id.optional().describe('The holder is that office or one below it'),
  lateIn: z
    .string()
    .regex(/^[12]\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/)
    .optional()
    .describe('An ISO week in WIB, such as `2026-W48`, in which an office of the part missed a row’s limit'),
  ...happened,
  under: id.optional().describe('An office: what its part of the tree has or had; absent: my own'),
  open: flag.optional().describe('Not ended'),
  owed: flag.optional().describe('My office owes the first response, whoever holds it (reading 5)'),
  from: z.union([instant, z.iso.date()]).optional().describe('Received at or after; a date is in WIB'),
  to: z.union([instant, z.iso.date()]).optional().describe('Received before; a date counts whole, in WIB'),
});
