// All that is kept of who reports, to be taken away (UU 27/2022).
import { z } from 'zod';
import { attachment } from '../attachments/schemas.ts';
import { instant, language } from '../common.ts';
import { updates } from './contacts.ts';
import { reporterView } from './public.ts';
import { shownPoint } from './regions.ts';

export const ownData = z.object({
  exportedAt: instant,
  reporter: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      nik: z.string().nullable(),
      point: shownPoint.nullable(),
      updates,
      language,
    })
    .nullable()
    .describe('Null once it was erased'),
  report: reporterView,
  attachments: z.array(attachment).describe('Their bytes: `GET …/attachments/{id}`'),
});
