// The limits of the procedure, in English.
import type { clocks as indonesian } from '../id/clocks.ts';

export const clocks: typeof indonesian = {
  row: 'Limit of the step',
  firstResponse: 'Limit of the first response',
  whole: 'Limit of the whole',
  completion: 'Limit of the completion',
  rejection: 'Limit for objecting to the rejection',
};
