// How people are reached, and addresses that are confirmed.
import { z } from 'zod';
import { updates as known } from '../../sop/terms.ts';
import { seenOnly } from '../../sop/texts/text.ts';
import { wrong } from '../problems/wrong.ts';

export const email = z.email().max(254);
export const phone = z
  .string()
  .overwrite(seenOnly)
  .regex(/^\+?[\d ()-]{5,25}$/, wrong({ id: 'Bukan nomor telepon', en: 'Not a phone number' }));

export const updates = z
  .array(z.enum(known))
  .max(known.length)
  .describe(
    'What is mailed to a confirmed address besides answers, questions and the end: hand-overs, lateness',
  );

export const confirmation = z.object({ token: z.string().min(1).max(1_000) });
export const confirmed = z.object({
  who: z
    .enum(['reporter', 'officer', 'follower', 'follower-end'])
    .describe('`follower`: of a report in the register; `follower-end`: who follows it no more'),
  number: z.string().nullable().describe('Of the report that the address was given for; null: an officer’s'),
});
export const emailConfirmed = z
  .boolean()
  .nullable()
  .describe('Whether the address was confirmed by its link (reading 33); null: there is none');

/** Exactly as it was given, however it is spelled: half a contact finds nobody. */
const contact = z
  .string()
  .overwrite(seenOnly)
  .min(1)
  .max(254)
  .describe('An e-mail address or a telephone number');

export const soughtContact = z.strictObject({ contact });

export const ownDataProof = z.strictObject({
  contact: contact.describe(
    'The address or the telephone number that you gave, or your name where you gave neither: the key alone may be in other hands',
  ),
});

export const erasure = z.strictObject({
  number: z.string().max(64).describe("The report's number, once more: it cannot be undone"),
});
