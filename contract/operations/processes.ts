// What ops say where a report is to go on from its record.
import { z } from 'zod';
import { words } from '../common.ts';

export const goingOn = z.object({
  reason: words(1_000).describe('Stands in the record: who decided it and why'),
});
