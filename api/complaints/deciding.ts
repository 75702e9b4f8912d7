// Takes a decision to its workflow, also when that was not started yet, and keeps repeats under one key the same.
import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from '../../db/connection/client.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { startInput } from '../../db/complaints/unstarted.ts';
import { keptAnswer } from '../../db/record/kept-answers.ts';
import type { Engine } from '../../engine/engine.ts';
import { NoOpenWorkflow } from '../../engine/errors.ts';
import type { Decision } from '../../sop/case.ts';
import type { Outcome } from '../../sop/entry.ts';
import { Problem } from '../http/problems.ts';

type Under = NonNullable<Decision['under']>;

/** A key of the caller's, made one that nobody else's can meet, with what is asked under it; undefined without one. */
export function underKey(
  scope: string,
  number: string,
  key: string | undefined,
  body: object,
): Under | undefined {
  if (key === undefined) return undefined;
  const said = Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
  return { key: hash([scope, number, key]), request: hash(said.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * The outcome of the decision, or of the first one under the same key, which may be long ago. Throws `Refusal`;
 * `EngineAway` when nothing was done.
 */
export async function takeDecision(
  { sql, engine }: { sql: Sql; engine: Engine },
  row: ComplaintRow,
  said: Decision,
  under: Under | undefined,
): Promise<Outcome> {
  const { number } = row;
  const { complaints } = engine;
  const before = await answered(sql, number, under);
  if (before) return before;
  const decision = { ...said, ...(under && { under }) };
  // The engine answers alike under one id, whatever is asked: so what is asked is part of it.
  const id = under ? hash([under.key, under.request]) : randomUUID();
  try {
    return await complaints.decide(number, decision, id);
  } catch (error) {
    if (!(error instanceof NoOpenWorkflow)) throw error;
  }
  if (row.endedAt !== null || (await complaints.stateOf(number)) === 'ended') {
    const meanwhile = await answered(sql, number, under);
    if (meanwhile) return meanwhile;
    throw new Problem('closed');
  }
  // A workflow that was lost after it began cannot begin again over its own record.
  if (row.seq > 0) throw new Problem('engine-away', { detail: `Alur kerja ${number} tidak ditemukan.` });
  await complaints.start(await startInput(sql, number));
  return complaints.decide(number, decision, id);
}

/** What was answered under that key, for good; of what is not on record yet the engine knows. */
async function answered(sql: Sql, number: string, under: Under | undefined): Promise<Outcome | undefined> {
  const kept = under && (await keptAnswer(sql, number, under.key));
  if (kept && kept.request !== under.request) throw new Problem('idempotency-key-reused');
  return kept?.outcome;
}
