// API keys of an office (decision 43): what they open, and as ops keep them.
import { z } from 'zod';
import { day, id, instant, line, list } from './common.ts';

/** What a key may be made for. */
export const scopes = [
  'complaints:read',
  'complaints:file',
  'complaints:decide',
  'figures:read',
  'webhooks:manage',
] as const;
export type Scope = (typeof scopes)[number];

/** A year and the day on which it is made. */
export const longestKeyDays = 366;

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  scopes: z.array(z.enum(scopes)),
  hint: z.string().describe('The last four signs of the key'),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable().describe('To the hour'),
  revokedAt: instant.nullable(),
  state: z
    .enum(['open', 'expired', 'revoked', 'office-ended'])
    .describe('Only `open` opens anything; an office that ends takes its keys along'),
});
export const apiKeyList = list(apiKey);
export const newApiKey = z.object({
  officeId: id,
  name: line(80).describe('Of the program; it stands in the record of what the key decides'),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  expiresOn: day.describe('The last day on which it opens anything; at most a year from now'),
});
export const madeApiKey = apiKey.extend({ key: z.string().describe('Shown this once') });
export const apiKeyParams = z.object({ id: z.string().max(64) });
