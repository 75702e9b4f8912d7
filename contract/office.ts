// What an office sees of complaints.
import { z } from 'zod';
import {
  channels,
  clockNames,
  confidentialities,
  kinds,
  levels,
  officeActions,
  statuses,
} from '../sop/terms.ts';
import { instant, list, provisional, said, sought, step } from './common.ts';
import { consultation } from './consultations.ts';
import { nothingChanged } from './problems/wrong.ts';
import { rating } from './reporter/ratings.ts';
import { publicFollowers } from './reporter/register.ts';
import { shownPoint, shownRegion } from './reporter/regions.ts';
import { addedReference } from './references.ts';

export const holder = z.object({
  id: z.string().nullable().optional(),
  name: z.string(),
  level: z.enum([...levels, 'system']),
});
export const options = z.array(z.enum(officeActions)).describe('The decisions open to me');
const remaining = z.object({
  stepMinutes: z.number().nullable().describe('Office minutes left of the row; negative when late'),
  stepSpan: z
    .object({ days: z.number().int(), minutes: z.number().int() })
    .nullable()
    .describe('The same as people say it: whole working days, and office minutes besides; without a sign'),
  totalDays: z.number().nullable().describe('Working days left of the whole; negative when late'),
  runsUntil: instant
    .nullable()
    .describe(
      "Office time of the holder passes now, and stands still from then on; null: it stands still now (or the row's clock does)",
    ),
  runsAgainAt: instant
    .nullable()
    .describe("It passes again from then on; null: not within two weeks (or the row's clock stands still)"),
});

export const office = z.object({ id: z.string(), name: z.string() });
const charged = office.describe(
  'The office that the breach belongs to: who held the report then, or owed the first response',
);

const inboxItem = z.object({
  number: z.string(),
  kind: z.enum(kinds),
  oversight: z.boolean(),
  title: z.string(),
  excerpt: z.string().describe('The first words of the description, on one line'),
  category: z.string().nullable(),
  place: z.string().nullable(),
  region: shownRegion.nullable(),
  confidentiality: z.enum(confidentialities),
  channel: z.enum(channels),
  agencyId: z.string().nullable().describe('The agency whose report it is'),
  attachments: z.number().int().describe('How many files'),
  step,
  stepName: z.string(),
  status: z.enum(statuses),
  closedBy: z.enum(['system', 'reporter', 'office']).nullable().describe('Who ended it'),
  holder,
  receivedAt: instant,
  deadline: instant.nullable(),
  provisional,
  warnAt: instant.nullable(),
  overdue: z.boolean(),
  assignee: z.string().nullable().describe('The officer of the holder who has it in hand'),
  remaining,
  firstResponseDue: instant
    .nullable()
    .describe(
      'By when the first response is owed, by Eselon 1 or, as the policy has it, first by the agency',
    ),
  firstResponseProvisional: provisional,
  binding: z
    .object({ came: z.boolean(), goes: z.boolean() })
    .describe(
      'Whether the disposition by which it came cannot be returned, and whether the next one will not be (reading 10)',
    ),
  options,
  revision: z.number().int().describe('For If-Match'),
});
export const itemList = list(inboxItem);
/** Of what an office holds, as it is narrowed, however much of it is on the page. */
export const inboxCounts = z.object({
  total: z.number().int(),
  late: z.number().int(),
  soon: z.number().int().describe('Warned, and not late'),
  dueToday: z.number().int().describe("The row's limit ends later today"),
  decidedToday: z
    .object({ office: z.number().int(), mine: z.number().int() })
    .describe(
      'Reports that my office, and I, decided on today in its zone, whatever the list is narrowed by',
    ),
  groups: z
    .array(z.object({ group: z.string().nullable(), count: z.number().int() }))
    .describe('How many each group has, with `group`; null: what has none. The largest first, 500 at most'),
});
export const disposedList = list(
  inboxItem.extend({
    holderSince: instant.describe('Since when the holder has it, without a break'),
    limitMissed: z
      .boolean()
      .describe(
        'The holder has missed a limit of a row in its present stay, so that every office above may recall it',
      ),
  }),
);

/** reading 14: masked when it was written, and less whatever the holder hid. */
export const publicVersion = z.object({
  title: z.string(),
  description: z.string(),
  firstResponse: z.string().nullable(),
  answer: z.string().nullable(),
  hidden: z.boolean().describe('All of it: it is not in the public register'),
});
export const hiding = z
  .object({
    hidden: z.boolean().optional().describe('All of it; false: the rest is shown again'),
    words: z
      .array(sought(200))
      .max(50)
      .default([])
      .describe('Words or phrases of the public version, hidden wherever they stand, for good'),
  })
  .refine(({ hidden, words }) => hidden !== undefined || words.length > 0, nothingChanged);

export const officeView = inboxItem.extend({
  description: z.string(),
  happenedOn: z.string().nullable().describe('The day, YYYY-MM-DD'),
  point: shownPoint.nullable().describe('Null also where the reporter is not for your eyes (reading 14)'),
  reporter: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      nik: z.string().nullable().optional(),
    })
    .nullable()
    .describe('Null when it is not for your eyes (reading 14)'),
  firstResponse: said.nullable(),
  wholeDue: instant.nullable(),
  wholeProvisional: provisional,
  answer: said.nullable(),
  duplicateOf: z.string().nullable(),
  followers: z.number().int().describe('How many duplicates follow it (reading 21)'),
  publicFollowers,
  filedBy: z
    .object({ name: z.string(), office: z.string() })
    .nullable()
    .describe('The officer who filed it for the reporter'),
  closesAt: instant.nullable(),
  endedAt: instant.nullable(),
  visits: z.array(
    z.object({
      visit: z.number().int(),
      step,
      office: office.nullable(),
      receivedAt: instant,
      dueAt: instant.nullable(),
      endedAt: instant.nullable(),
      consumedMinutes: z.number().nullable().describe('Office minutes, when the visit has ended'),
      pausedMinutes: z.number(),
      provisional: provisional.describe('Of `dueAt`, while the visit lasts, as `provisional` of the report'),
      breachedAt: instant.nullable().describe("When the row's limit was missed"),
      charged: charged.nullable(),
    }),
  ),
  breaches: z
    .array(
      z.object({
        clock: z.enum(clockNames),
        step,
        at: instant,
        due: instant,
        provisional: provisional.describe('Of `due`, as `provisional` of the report'),
        charged,
      }),
    )
    .describe('Every limit that was missed (reading 17)'),
  publicVersion: publicVersion.nullable().describe('Null unless it is `terbuka`'),
  notes: z.array(
    z.object({
      at: instant,
      office: z.string().nullable(),
      name: z.string(),
      text: z.string(),
      via: z.enum(['signal']).nullable().describe('As of an event'),
    }),
  ),
  rating: rating
    .extend({ office: z.string().describe('Whose answer was in force') })
    .nullable()
    .describe("The reporter's, the last one (reading 26)"),
  references: z.array(addedReference).describe('Its numbers in other systems (reading 28)'),
  consultations: z.array(consultation).describe('What other offices were asked (reading 24)'),
});

/** A deadline that moves, or moved. */
export const movedDeadline = z.object({
  clock: z.string(),
  old: instant,
  new: instant,
  provisional: provisional.describe('Of `new`, as of `deadline`'),
});
