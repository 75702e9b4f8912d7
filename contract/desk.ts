// What officers need daily: bulk decisions, duplicates, notes, colleagues, templates, what they are writing.
import { z } from 'zod';
import { kinds, levels, officeActions, statuses } from '../sop/terms.ts';
import { fieldError, id, instant, line, list, sought, title, words } from './common.ts';
import { decision, outcome } from './decision.ts';
import { wrong } from './problems/wrong.ts';

const twice = wrong({ id: 'Nomor yang sama dua kali', en: 'The same number twice' });

/** Each is answered alone. */
export const bulk = z.object({
  items: z
    .array(
      decision.extend({
        number: id,
        revision: z.number().int().min(0).optional().describe('As If-Match'),
        key: line(200).optional().describe('As Idempotency-Key'),
      }),
    )
    .min(1)
    .max(200),
});
export const bulkAnswer = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      status: z.number().int().describe('As the decisions route would answer'),
      outcome: outcome.nullable(),
      code: z.string().nullable(),
      title: z.string().nullable(),
      errors: z.array(fieldError).describe('As of a problem'),
    }),
  ),
});

export const duplicates = list(
  z.object({
    number: z.string(),
    kind: z.enum(kinds),
    title: z.string(),
    status: z.enum(statuses),
    receivedAt: instant,
    similarity: z.number(),
    holderId: z.string().nullable().describe('The office that has it now'),
  }),
);

/** Of each report that was asked for and has one. */
export const likely = list(
  z.object({
    number: z.string(),
    other: z.object({ number: z.string(), title: z.string() }).describe('The most alike'),
    similarity: z.number().describe('0.5 to 1, as of the duplicates of one'),
  }),
);

/** Of the reports like this one that were answered; none of them is named. */
export const officeSuggestions = list(
  z.object({
    office: z.object({ id: z.string(), name: z.string(), level: z.enum(levels) }),
    answered: z.number().int().describe('How many of them were answered there, or below it'),
    returned: z.number().int().describe('How many of them it returned to my office'),
    reason: z.string().nullable().describe('Why, the last time; its first 200 characters'),
    usualFor: z
      .string()
      .nullable()
      .describe('The category whose reports it usually has, when it is that of this one'),
  }),
).extend({ alike: z.number().int().describe('How many there are that my office had in hand, 20 at most') });

/** What somebody does who has a report open. */
export const doings = ['reading', 'writing'] as const;
export const presence = z.object({
  tab: id.describe('Of the sender’s, one for each place where it is open'),
  doing: z.enum(doings).nullable().describe('Null: not any more'),
});

export const note = z.object({
  text: words(5_000),
  mentions: z
    .array(id)
    .max(20)
    .default([])
    .describe('Usernames of officers who are told that they are named in it; each may see the report'),
});
export const officerQuery = z.object({
  q: sought(100)
    .optional()
    .transform((q = '') => q),
});
export const officerList = list(
  z.object({
    username: z.string(),
    name: z.string(),
    office: z.object({ id: z.string(), name: z.string() }),
  }),
);
export const assignee = z.object({ username: id.nullable().describe('Of my office; null: nobody') });
/** Each is handed over by itself. */
export const handing = z.object({
  items: z
    .array(
      assignee.extend({
        number: id,
        from: id
          .nullable()
          .optional()
          .describe('Only as long as it is with that one (null: with nobody); absent: whoever has it'),
      }),
    )
    .min(1)
    .max(200)
    .refine((items) => new Set(items.map(({ number }) => number)).size === items.length, twice),
});
export const handed = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      status: z.number().int().describe('As the route of one would answer'),
      before: z
        .string()
        .nullable()
        .describe('Who had it: give it as `username`, and who has it as `from`, to undo it'),
      code: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
});
export const loads = list(
  z.object({
    username: z.string().nullable().describe('Null: nobody has them'),
    name: z.string().nullable(),
    held: z.number().int(),
    late: z.number().int(),
    soon: z.number().int().describe('Warned, and not late'),
    soonest: instant.nullable().describe('The soonest deadline, also one that has passed'),
  }),
);
export const colleagues = list(z.object({ username: z.string(), name: z.string() }));

const templateActions = ['respond', 'answer', 'reject', 'return', 'request-completion'] as const;
export const newTemplate = z.object({
  action: z.enum(templateActions),
  title: title(100),
  text: words(20_000),
});
const template = z.object({
  id: z.number().int(),
  action: z.enum(templateActions),
  title: z.string(),
  text: z.string(),
  updatedBy: z.string(),
  updatedAt: instant,
});
export const oneTemplate = template;
export const templateList = list(template);

/** Not what it says, but what it is until then: of any shape, also half a sentence. */
const typed = (max: number) => z.string().max(max).default('');
const typedWords = z.object({
  officeId: typed(64),
  reason: typed(5_000),
  text: typed(20_000),
  duplicateOf: typed(64),
  changes: typed(5_000).describe('As JSON'),
});

export const draftParams = z.object({ number: z.string().max(64), action: z.enum(officeActions) });
/** What cannot be undone by a recall, and so stands by first. */
export const sendingParams = draftParams.extend({ action: z.enum(['answer', 'reject']) });

export const draftBody = z.object({
  words: typedWords,
  version: z.number().int().min(0).max(2_147_483_647).describe('That it was typed over; 0: there was none'),
});
export const sendingBody = decision
  .omit({ action: true, changes: true, officeId: true })
  .extend({ key: id.describe('As Idempotency-Key'), revision: z.number().int().min(0).nullish() });

/** One for many reports; each is answered alone. */
export const manySendings = decision.omit({ action: true, changes: true, officeId: true }).extend({
  action: z.enum(['answer', 'reject']),
  batch: id.describe('A name of the sender’s, under which they are taken back or sent at once'),
  items: z
    .array(z.object({ number: id, revision: z.number().int().min(0).optional(), key: line(200) }))
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, twice),
});
export const batchParams = z.object({ batch: id });

export const draft = z.object({
  number: z.string(),
  action: z.enum(officeActions),
  words: typedWords,
  version: z.number().int(),
  savedAt: instant,
  sendsAt: instant.nullable().describe('When it is sent; null: it is only being written'),
  refused: z
    .object({ code: z.string(), title: z.string() })
    .nullable()
    .describe('Why it was not sent when it was to be'),
  batch: z.string().nullable().describe('With which others it stands by'),
});
export const manySendingsAnswer = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      status: z.number().int().describe('202, or as the route of one report would answer'),
      sendsAt: instant.nullable(),
      code: z.string().nullable(),
      title: z.string().nullable(),
      errors: z.array(fieldError).describe('As of a problem'),
    }),
  ),
});
export const draftList = list(draft);
/** Without the words: they are asked for again and again while it stands by. */
export const sendingList = list(draft.omit({ words: true }));
