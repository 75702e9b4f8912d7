// What webhooks are told of that is added to a report beside its procedure: references and ratings.
import { officesInvolved } from '../complaints/involved.ts';
import type { Db } from '../connection/client.ts';
import type { Reference } from '../references/references.ts';
import type { Status, Step } from '../../sop/terms.ts';
import { insertCalls } from './webhook-calls.ts';

interface Addition {
  /** Without `complaint.` before it. */
  type: 'reference-added' | 'rated';
  /** Its place among those of its kind. */
  nth: number;
  at: Date;
  data: { score: number } | { reference: Reference };
}

/** Owes the call to the webhooks of every office that may see the report. A repeat owes nothing. */
export async function callAddition(
  db: Db,
  { number, step, status }: { number: string; step: Step; status: Status },
  { type, nth, at, data }: Addition,
): Promise<void> {
  const offices = (await officesInvolved(db, [number])).get(number) ?? [];
  const call = {
    type: `complaint.${type}`,
    timestamp: at.toISOString(),
    data: { number, step, status, ...data },
  };
  await insertCalls(db, number, [{ key: `${type}:${nth}`, call }], [...offices]);
}
