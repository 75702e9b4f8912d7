// A file that comes in parts: the core and the creation of tus 1.0 (https://tus.io/protocols/resumable-upload), decision 56.
import { z } from 'zod';
import { idempotencyHeader, instant, numberParams } from '../common.ts';
import { partType } from './parts.ts';

const version = z.literal('1.0.0').optional().describe('Of tus');

export const newUploadHeaders = idempotencyHeader.extend({
  'tus-resumable': version,
  'upload-length': z.coerce.number().int().min(1).describe('Of the whole file, in bytes; at most 10 MiB'),
  'upload-metadata': z
    .string()
    .max(2_000)
    .optional()
    .describe(
      '`filename`, and `visibility` where an office chooses it: each a name, a space and the value in Base64, with commas between',
    ),
});

export const upload = z.object({
  id: z.uuid(),
  offset: z.number().int().describe('How much of it is here, in bytes: from there it goes on'),
  length: z.number().int().describe('Of the whole file, in bytes'),
  expiresAt: instant.describe('What has come by then is dropped, unless more comes'),
});

export const uploadParams = numberParams.extend({ id: z.uuid() });

export const partHeaders = z.object({
  'tus-resumable': version,
  'upload-offset': z.coerce.number().int().min(0).describe('Where in the file it begins, in bytes'),
});

/** For the document: it is read as it is. */
export const part = z.file().describe('At most 256 KiB');
export const partTypes = [partType];
