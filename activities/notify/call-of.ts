// What webhooks are told of an entry.
import type { Call } from '../../db/messages/webhook-calls.ts';
import { type Case, deadlineOfCase } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Reference } from '../../db/references/references.ts';

/**
 * Thin on purpose: neither text nor identity leaves the house; who receives it asks the API with their own log-in. By the
 * references another system finds its own (reading 28); of a duplicate the original is named (21).
 */
export function callOf(
  number: string,
  { seq, at, type, from, to, alert, duplicateOf }: Entry,
  after: Case,
  references: Reference[],
): Call {
  const { step, status } = after;
  const deadline = alert?.due ?? deadlineOfCase(after);
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
      references: references.map(({ source, id }) => ({ source, id })),
      ...(alert && { clock: alert.clock }),
      ...(duplicateOf !== undefined && { duplicateOf }),
    },
  };
}
