// Many reports in one request, each taken and answered as if it came alone.
import { z } from 'zod';
import { fieldError, line } from '../common.ts';

/** More would hold up others too long. */
const most = 500;

export const imports = z.object({
  items: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .max(most)
    .describe(
      'Each as `POST /v1/complaints` takes it, with `key` as its Idempotency-Key; one that is wrong is answered 422 and costs no other',
    ),
});

/** As Idempotency-Key. */
export const importKey = line(200).optional();

export const importAnswer = z.object({
  items: z.array(
    z.object({
      status: z.number().int().describe('As `POST /v1/complaints` would answer'),
      number: z.string().nullable(),
      accessKey: z.string().nullable().describe('Shown once'),
      alreadyFiled: z.boolean().describe('True when this outside id was filed before'),
      code: z.string().nullable(),
      title: z.string().nullable(),
      detail: z.string().nullable(),
      errors: z.array(fieldError).describe('As of a problem'),
    }),
  ),
});
