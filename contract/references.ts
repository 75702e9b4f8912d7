// The numbers by which other systems know a report (reading 28).
import { z } from 'zod';
import { instant, line, sought } from './common.ts';
import { wrong } from './problems/wrong.ts';

const source = line(40)
  .regex(/^[^:]*$/, wrong({ id: 'Tanpa titik dua', en: 'Without a colon' }))
  .describe('Whose number it is, such as SP4N-LAPOR!; capitals do not matter');
const outsideId = line(200).describe('As that system writes it');

export const reference = z.object({ source, id: outsideId });
export const references = z.array(reference).max(20);
export const knownReference = z.object({ source: z.string(), id: z.string() });
export const addedReference = knownReference.extend({
  at: instant,
  by: z.string().nullable().describe('The officer who gave it; null: nobody knows any more'),
  office: z.string().nullable(),
});

/** `source:id` in one, as a query has it. */
export const soughtReference = sought(300)
  .regex(/^[^:]{1,40}:./s, wrong({ id: 'Tulis sebagai sumber:nomor', en: 'Write it as source:number' }))
  .transform((text) => {
    const at = text.indexOf(':');
    return { source: text.slice(0, at).trim(), id: text.slice(at + 1).trim() };
  });
