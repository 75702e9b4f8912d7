// Takes a decision to its workflow, also when that was not started yet, and keeps repeats under one key the same.
import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from '../db/client.ts';
import type { ComplaintRow } from '../db/queries/complaint-row.ts';
import type { Decision } from '../sop/case.ts';
import type { Outcome } from '../sop/entry.ts';
import { isEnd } from '../sop/terms.ts';
import { type Complaints, NoOpenWorkflow } from './complaints.ts';
import { stillAwaited } from './in-time.ts';
import { Problem } from './problems.ts';
import { startComplaint } from './intake.ts';

/** A key of the caller's, made one that nobody else's can meet; without one, a key of its own. */
export function updateKey(scope: string, number: string, key: string | undefined): string {
  if (key === undefined) return randomUUID();
  return createHash('sha256')
    .update(JSON.stringify([scope, number, key]))
    .digest('hex');
}

/** The outcome of the decision. Throws `Problem` with the refusal; `engine-away` when nothing was done. */
export async function takeDecision(
  { sql, complaints }: { sql: Sql; complaints: Complaints },
  row: ComplaintRow,
  decision: Decision,
  key: string,
): Promise<Outcome> {
  const { number } = row;
  stillAwaited();
  try {
    return await complaints.decide(number, decision, key);
  } catch (error) {
    if (!(error instanceof NoOpenWorkflow)) throw error;
  }
  if (isEnd(row.status) || (await complaints.hasEnded(number))) throw new Problem('closed');
  // A workflow that was lost after it began cannot begin again over its own record.
  if (row.seq > 0) throw new Problem('engine-away', { detail: `Alur kerja ${number} tidak ditemukan.` });
  await startComplaint(sql, complaints, number);
  stillAwaited();
  return complaints.decide(number, decision, key);
}
