// How people are reached, and addresses that are confirmed.
import { z } from 'zod';
import { seenOnly } from '../../sop/texts/text.ts';

export const email = z.email().max(254);
export const phone = z
  .string()
  .overwrite(seenOnly)
  .regex(/^\+?[\d ()-]{5,25}$/, 'Bukan nomor telepon');

export const confirmation = z.object({ token: z.string().min(1).max(1_000) });
export const confirmed = z.object({
  who: z.enum(['reporter', 'officer']),
  number: z.string().nullable().describe("Of the report that the reporter's address was given for"),
});
export const emailConfirmed = z
  .boolean()
  .nullable()
  .describe('Whether the address was confirmed by its link (reading 33); null: there is none');
