// Access keys that are made anew (decision 51).
import { z } from 'zod';
import { line } from '../common.ts';
import { wrong } from '../problems/wrong.ts';
import { email } from './contacts.ts';

const number = line(64);

export const keyCodeAsked = z.object({ number, email });
export const keyRenewal = z.object({
  number,
  email,
  code: z
    .string()
    .overwrite((typed) => typed.replaceAll(/[\s-]/g, ''))
    .regex(/^\d{8}$/, wrong({ id: 'Kode terdiri atas 8 angka', en: 'A code has 8 digits' }))
    .describe('Eight digits; blanks and dashes do not matter'),
});
export const givenKey = z.object({
  number: z.string(),
  accessKey: z.string().describe('Shown this once'),
});
export const takenKey = z.object({ accessKey: z.string().min(1).max(100) });
