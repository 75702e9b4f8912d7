// What ops ask of accounts where two of them are wanted (decision 50).
import { z } from 'zod';
import { instant, line, list } from '../common.ts';

export const why = line(500);

const change = z
  .object({
    name: z.string(),
    role: z.enum(['admin', 'ops']),
    officeId: z.string(),
    email: z.string().nullable(),
    active: z.boolean(),
    unlink: z.literal(true),
    withoutSecondFactor: z.literal(true).describe('All its second factors are taken away'),
    password: z.literal(true).describe('Another one; its words stand nowhere'),
  })
  .partial();
const person = z.object({ username: z.string(), name: z.string() });

export const accountRequest = z.object({
  id: z.number().int(),
  account: z.object({
    username: z.string(),
    name: z.string(),
    isNew: z.boolean().describe('It is to be made'),
  }),
  change: change.describe('What the account is to become; what is left out stays'),
  why: z.string(),
  askedBy: person,
  askedAt: instant,
  goodUntil: instant.describe('Not approved by then it is void'),
  state: z.enum(['open', 'approved', 'refused', 'withdrawn', 'expired']),
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  decidedWhy: z.string().nullable(),
  mayDecide: z.boolean().describe('It is open, and you are neither who asked nor whom it concerns'),
});
export const accountRequestList = list(accountRequest).extend({
  wanted: z.boolean().describe('Whether this installation wants two of ops (`FOUR_EYES`)'),
});
export const accountRequestParams = z.object({
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
export const accountRefusal = z.object({ why: why.optional() });
