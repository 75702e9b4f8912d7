// What officers need daily: bulk decisions, duplicates, notes, colleagues, templates.
import { z } from 'zod';
import { kinds, statuses } from '../sop/terms.ts';
import { fieldError, id, instant, line, list, title, words } from './common.ts';
import { decision, outcome } from './decision.ts';

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
  }),
);

export const note = z.object({ text: words(5_000) });
export const assignee = z.object({ username: id.nullable().describe('Of my office; null: nobody') });
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
