// The public register.
import { z } from 'zod';
import { kinds, statuses } from '../../sop/terms.ts';
import { email, updates } from './contacts.ts';
import { id, instant, language, list, page, said, sought } from '../common.ts';

export const publicFollowers = z
  .number()
  .int()
  .describe('How many say in the register that it happened to them, too');

/** What somebody is writing; nothing of it is kept. */
export const similarQuery = z.object({
  title: z.string().max(200),
  description: z.string().max(20_000).default(''),
});

/** `device`: a random key that the browser keeps, so that each counts once. */
const device = z.string().regex(/^[\w-]{20,64}$/);
export const followingBody = z.strictObject({
  device,
  email: email.nullish().describe('To be told of first response, answer and end, once its link was pressed'),
  language: language.optional().describe('What is written to that address; absent: Indonesian'),
  updates: updates.optional().describe('What is mailed besides; absent: nothing, or as it was chosen before'),
});
export const wishingBody = z.strictObject({ device, updates });
export const unfollowingBody = z.strictObject({ device });

const day = z.union([instant, z.iso.date()]);
export const registerQuery = page.extend({
  q: sought(200).optional().describe('Words of title or description (Indonesian), or a number'),
  kind: z.enum(kinds).optional(),
  agencyId: id.optional(),
  from: day.optional().describe('Received at or after; a date is in WIB'),
  to: day.optional().describe('Received before; a date counts whole, in WIB'),
});

const item = z.object({
  number: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  category: z.string().nullable(),
  status: z.enum(statuses),
  receivedAt: instant,
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  answeredAt: instant.nullable(),
});
export const registerList = list(item);
export const registerItem = item.extend({
  description: z.string(),
  firstResponse: said.nullable(),
  answer: said.nullable(),
});
