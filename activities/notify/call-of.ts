// What webhooks are told of an entry.
import type { Call } from '../../db/messages/webhook-calls.ts';
import type { Case } from '../../sop/case.ts';
import { clockTold, type Entry } from '../../sop/entry.ts';
import type { Calendar } from '../../sop/time/calendar.ts';
import { isProvisional } from '../../sop/time/calendar-end.ts';
import type { Reference } from '../../db/references/references.ts';

/**
 * Thin on purpose: neither text nor identity leaves the house; who receives it asks the API with their own log-in. By the
 * references another system finds its own (reading 28); of a duplicate the original is named (21). Whether the deadline is
 * provisional is said as of now (30).
 */
export function callOf(
  number: string,
  entry: Entry,
  after: Case,
  { references, calendar }: { references: Reference[]; calendar: Calendar },
): Call {
  const { seq, at, type, from, to, alert, duplicateOf } = entry;
  const { step, status } = after;
  const clock = clockTold(entry, after);
  const deadline = alert?.due ?? clock?.due;
  return {
    type: `complaint.${type}`,
    timestamp: at,
    data: {
      number,
      seq,
      step,
      status,
      from,
      to,
      deadline: deadline ?? null,
      provisional: isProvisional(clock, calendar),
      references: references.map(({ source, id }) => ({ source, id })),
      ...(alert && { clock: alert.clock }),
      ...(duplicateOf !== undefined && { duplicateOf }),
    },
  };
}
