// What an office decides, and the answer.
import { z } from 'zod';
import { rulesOf } from '../sop/procedure.ts';
import { confidentialities, kinds, type OfficeAction, officeActions, statuses } from '../sop/terms.ts';
import {
  category,
  happenedOn,
  id,
  idempotencyHeader,
  instant,
  language,
  place,
  provisional,
  step,
  title,
  words,
} from './common.ts';
import { wrong } from './problems/wrong.ts';
import { holder, movedDeadline, options } from './office.ts';
import { regionCode } from './reporter/regions.ts';

/** The decisions that bring that along, as the procedure has it. */
function bringing(part: 'office' | 'reason' | 'text' | 'duplicateOf' | 'changes'): string {
  const asks = (action: OfficeAction) => rulesOf(action).some((move) => move[part]);
  return officeActions.filter(asks).join(', ');
}

const changes = z.strictObject({
  kind: z.enum(kinds).optional(),
  oversight: z.boolean().optional().describe('Berkadar pengawasan (only pengaduan)'),
  category: category.nullable().optional(),
  place: place.nullable().optional(),
  region: regionCode.nullable().optional().describe('By its official code, of `GET /v1/regions`'),
  happenedOn: happenedOn.nullable().optional(),
  title: title(200).optional().describe('As everybody reads it'),
  confidentiality: z.enum(confidentialities).optional().describe('Raised only; the reporter may lower it'),
});

export const decision = z.object({
  action: z.enum(officeActions),
  officeId: id.nullish().describe(`The target. Of ${bringing('office')}`),
  reason: words(5_000)
    .nullish()
    .describe(`Of ${bringing('reason')}`),
  text: words(20_000)
    .nullish()
    .describe(
      `Of ${bringing('text')}. Of told, and of request-completion where the reporter has no confirmed contact: how they were told, which begins their time (reading 11). An answer and a first response have at least the letters of the policy, else \`too-short\` (reading 32)`,
    ),
  changes: changes
    .nullish()
    .describe(`Of ${bringing('changes')}: what it is to be; what is left out stays as it is`),
  duplicateOf: id
    .nullish()
    .describe(`Of ${bringing('duplicateOf')}: the number of the report that this one repeats`),
});
export const decisionHeaders = idempotencyHeader.extend({
  'if-match': z
    .string()
    .regex(/^(\*|(W\/)?"?\d{1,9}"?)$/, wrong({ id: 'Harus berupa "<revision>"', en: 'Must be "<revision>"' }))
    .optional()
    .describe('"<revision>"'),
});
export const outcome = z.object({
  number: z.string(),
  revision: z.number().int(),
  step,
  stepName: z.string(),
  status: z.enum(statuses),
  holder,
  deadline: instant.nullable(),
  provisional,
  options,
});

/** Before it is decided. */
export const decisionPreview = z.object({
  changes: z.array(movedDeadline).describe('The deadlines that it would move (readings 19, 25)'),
  letter: z
    .object({ language, subject: z.string(), text: z.string() })
    .nullable()
    .describe(
      'The mail to the reporter in their language, as it goes to a confirmed address; null: none goes',
    ),
});
