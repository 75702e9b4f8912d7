// The public register.
import { z } from 'zod';
import { kinds, statuses } from '../../sop/terms.ts';
import { id, instant, list, page, said, sought } from '../common.ts';

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
