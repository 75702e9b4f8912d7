// How long it usually takes, as anybody may know.
import { z } from 'zod';
import { kinds } from '../../sop/terms.ts';

const days = z.number().int().nonnegative();

export const usualTimes = z.object({
  items: z.array(
    z.object({
      kind: z.enum(kinds),
      reachesUnitDays: days.describe(
        'Working days from receipt until the office that answers has it (SOP 6)',
      ),
      answerDays: days.describe('Working days from receipt until the substantive answer'),
    }),
  ),
});
