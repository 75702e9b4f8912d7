// Attachments as they are sent and seen.
import { z } from 'zod';
import { instant, list, numberParams } from '../common.ts';

export const visibility = z.enum(['reporter', 'internal']);

/** The multipart body, for the document: it is read as it comes, not validated whole. */
export const upload = z.object({
  file: z.file().describe('At most 10 MiB; its type is told by its content'),
  visibility: visibility.optional().describe("An office's choice: internal unless it says reporter"),
});

export const attachment = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z
    .string()
    .nullable()
    .describe('Of the bytes that I get, in hex; null while my copy has not been made yet'),
  copy: z
    .enum(['cleaned', 'withheld'])
    .optional()
    .describe(
      'reading 33. Absent: I get the file as it was sent. `cleaned`: without metadata. `withheld`: not at all, it cannot be cleaned',
    ),
  scan: z
    .enum(['waiting', 'found'])
    .optional()
    .describe(
      'Absent: nothing keeps it back. `waiting`: nobody gets it until a virus scanner has seen it. `found`: a virus; nobody gets it at all',
    ),
  visibility,
  at: instant,
  office: z.string().nullable().describe("Null: the reporter's"),
  by: z.string().describe('The officer; to the reporter, the office'),
});
export const attachmentList = list(attachment);
export const attachmentParams = numberParams.extend({ id: z.uuid() });
export const bytes = z.file().describe('As it was sent, or without metadata');
