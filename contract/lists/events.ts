// The record of a complaint, as an office reads it.
import { z } from 'zod';
import { clockNames } from '../../sop/terms.ts';
import { instant, list, provisional, step } from '../common.ts';
import { movedDeadline, office } from '../office.ts';

/** Also of a question to another office (reading 24). */
const clockTold = z.enum([...clockNames, 'consultation']);

const recorded = list(
  z.object({
    seq: z
      .number()
      .int()
      .nullable()
      .describe(
        'Null: beside the procedure, of a question to another office, of the access key, or `virus-found`: a file that is kept back, its text names file and signature',
      ),
    at: instant,
    step,
    type: z.string(),
    actor: z.object({ role: z.string(), officeId: z.string().nullable(), name: z.string() }),
    from: z.string().nullable(),
    fromName: z.string().nullable().describe('Also of an office that is no more'),
    to: z.string().nullable(),
    toName: z.string().nullable(),
    reason: z.string().nullable(),
    text: z.string().nullable(),
    deadline: instant.nullable().describe('Of an alert: that of its clock'),
    provisional: provisional.describe(
      'Of `deadline`, to this day: false once the days of every year that it needs are decreed (reading 30)',
    ),
    alert: z
      .object({ clock: clockTold, due: instant, to: z.array(office) })
      .nullable()
      .describe(
        'Of `warned`, `breached`, `escalated`, `consultation-warned`, `consultation-late`: which clock, its deadline, and whom it went to',
      ),
    undone: z
      .object({ clock: clockTold, due: instant })
      .nullable()
      .describe(
        'Of `unbreached`, `consultation-unbreached`: the breach that a new decree undid (reading 16)',
      ),
    consultation: z.string().nullable().describe('Of `consultation-…`: which one'),
    binding: z.boolean().describe('Of `disposed`: it cannot be returned (reading 10)'),
    via: z
      .enum(['signal'])
      .nullable()
      .describe('Told by a signal to the engine, which says itself who it is from; null: by the API'),
    refused: z
      .object({
        action: z.string().describe('`none` when it could not be read'),
        code: z.string().describe('As of a problem'),
        title: z.string().describe('In Indonesian'),
        field: z.string().nullable().describe('Of `malformed` and `too-long`: where'),
        length: z.number().int().nullable().describe('Of `too-long`: how long it was'),
      })
      .nullable()
      .describe('Of `refused`: a signal that was not taken; nothing else changed'),
    changes: z
      .array(movedDeadline)
      .nullable()
      .describe(
        'Of `recomputed`, `succeeded`, `corrected`, `extended`, `consultation-recomputed`: the deadlines that moved',
      ),
    corrections: z
      .array(
        z.object({
          field: z.string(),
          old: z.union([z.string(), z.boolean()]).nullable(),
          new: z.union([z.string(), z.boolean()]).nullable(),
        }),
      )
      .nullable()
      .describe(
        'Of `corrected`: what stood there, and what does now (reading 19); a `region` in words, its code in brackets',
      ),
  }),
);

export const eventList = recorded.extend({
  end: z.string().describe('Cursor of the last line here: asked with it later, what came since is given'),
  total: z.number().int().describe('Lines of the whole record'),
});
