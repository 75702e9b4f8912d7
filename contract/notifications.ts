// Choices of officers, the delivery log, webhooks.
import { z } from 'zod';
import { type Topic, topics } from '../sop/notices/notices.ts';
import { email, emailConfirmed } from './reporter/contacts.ts';
import { instant, language, list, page } from './common.ts';
import { nothingChanged, wrong } from './problems/wrong.ts';

const choice = z.object({
  topic: z.enum(Object.keys(topics) as [Topic, ...Topic[]]),
  inApp: z.boolean(),
  mail: z
    .enum(['off', 'now', 'hourly', 'daily'])
    .describe("To my own address: never, at once, gathered each hour, gathered at 07:00 of my office's zone"),
});
const named = <T extends z.ZodType<{ topic: string }[]>>(topicList: T) =>
  topicList.refine(
    (all) => new Set(all.map(({ topic }) => topic)).size === all.length,
    wrong({ id: 'Topik disebut dua kali', en: 'A topic is named twice' }),
  );
export const newChoices = z
  .object({
    email: email.nullable().optional(),
    topics: named(z.array(choice).max(Object.keys(topics).length)).optional(),
    language: language.optional().describe('What notices and mails are written to me in'),
  })
  .refine((change) => Object.keys(change).length > 0, nothingChanged);
export const choices = z.object({
  language,
  email: z.string().nullable(),
  emailConfirmed,
  topics: z.array(choice.extend({ name: z.string() })),
});

export const delivery = z.object({
  id: z.number().int(),
  channel: z.enum(['mail', 'webhook']),
  to: z.object({ kind: z.enum(['reporter', 'office', 'user', 'webhook']), name: z.string() }),
  what: z.string().describe('The subject of the mail, in the language that I chose, or the type of the call'),
  status: z.enum(['pending', 'sent', 'failed']),
  createdAt: instant,
  nextAttemptAt: instant.nullable(),
  sentAt: instant.nullable(),
  tries: z.array(
    z.object({
      at: instant,
      outcome: z.enum(['sent', 'failed']),
      statusCode: z.number().int().nullable(),
      tookMs: z.number().int(),
      error: z.string().nullable(),
    }),
  ),
});
export const deliveryList = list(delivery);
export const deliveryQuery = page;

const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .describe(
    'https and out in the internet, unless private addresses are allowed; no user name or password in it',
  );
const types = z
  .array(z.string().regex(/^complaint\.[a-z-]{1,40}$/))
  .max(50)
  .describe('Such as complaint.answered; none named: all');
export const newWebhook = z.object({ url: address, types: types.default([]) });
export const webhookChange = z.object({
  url: address.optional(),
  types: types.optional(),
  active: z.boolean().optional(),
});
export const webhook = z.object({
  id: z.number().int(),
  url: z.string(),
  types: z.array(z.string()),
  active: z.boolean(),
  disabledWhy: z
    .string()
    .nullable()
    .describe('Why it was switched off without anybody’s doing, in the language that I read'),
  createdBy: z.string(),
  createdAt: instant,
});
const secret = z.string().describe('Shown once; verify with it as Standard Webhooks says');
export const webhookWithSecret = webhook.extend({ secret });
export const webhookSecret = z.object({ secret });
export const webhookList = list(webhook);
export const testCall = z.object({ delivery: z.number().int() });
