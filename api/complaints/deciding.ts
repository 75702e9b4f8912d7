// Takes a decision to its workflow, also when that was not started yet, and keeps repeats under one key the same.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../../db/connection/client.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { startInput } from '../../db/complaints/filing/unstarted.ts';
import type { KeptRules } from '../../db/rules/kept-rules.ts';
import { noteOutOfStep } from '../../db/operations/out-of-step.ts';
import { lastOnRecord } from '../../db/record/on-record.ts';
import { type KeptAnswer, keptAnswer } from '../../db/record/kept-answers.ts';
import { decidedMs } from '../../engine/complaints.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineAway, NoOpenWorkflow } from '../../engine/errors.ts';
import type { Decision } from '../../sop/case.ts';
import type { Outcome } from '../../sop/entry.ts';
import { Refusal } from '../../sop/refusal.ts';
import { Problem } from '../http/problems.ts';
import { isFresh, type Sight } from '../identity/sight.ts';
import { whoseRefusal } from '../operations/out-of-step.ts';
import { type Under, updateIdOf } from './under-key.ts';

const lookEveryMs = 250;

interface On {
  row: ComplaintRow;
  sight: Sight | undefined;
  /** Throws what the engine would not refuse; asked only when nothing was answered under the key before. */
  require?: () => void;
}

/**
 * The outcome of the decision, or of the first one under the same key, which may be long ago. Throws `Refusal`;
 * `EngineAway`, and the problem `record-behind`, when nothing was done.
 */
export async function takeDecision(
  { sql, engine, keptRules }: { sql: Sql; engine: Engine; keptRules: KeptRules },
  { row, sight, require }: On,
  said: Decision,
  under: Under | undefined,
): Promise<Outcome> {
  const { number } = row;
  const { complaints, processes } = engine;
  const isSeen = isFresh(sight) && sight.answer.key === under?.key;
  const before = isSeen ? under && outcomeOf(sight.answer.kept, under) : await answered(sql, number, under);
  if (before) return before;
  require?.();
  const decision = { ...said, ...(under && { under }) };
  const id = updateIdOf(under);
  const until = performance.now() + decidedMs;
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await complaints.decide(number, decision, id);
    } catch (error) {
      if (error instanceof EngineAway) return takenAllTheSame(sql, { number, until }, under, error);
      if (error instanceof NoOpenWorkflow) break;
      if (!(error instanceof Refusal)) throw error;
      const whose = await whoseRefusal({ sql, engine }, row, decision, error);
      if (whose === 'process') break;
      if (whose === 'report' || !isFirst) throw error;
    }
  }
  const now = await lastOnRecord(sql, number);
  const meanwhile = await answered(sql, number, under);
  if (meanwhile) return meanwhile;
  if (!now || now.endedAt !== null) throw new Problem('closed');
  if (now.seq === 0 && (await processes.stateOf(number)) === 'missing') {
    await complaints.start(await startInput(sql, keptRules, number));
    return complaints.decide(number, decision, id);
  }
  // A process that was lost, or does not go with its record, goes on from there within seconds (decision 47).
  await noteOutOfStep(sql, number);
  throw new Problem('record-behind');
}

/**
 * What was written of a decision whose engine went before it answered: its worker may have come through. Its process may
 * not know of it, and is looked at soon. Looked for until it would be there; throws `error` when it is not.
 */
async function takenAllTheSame(
  sql: Sql,
  { number, until }: { number: string; until: number },
  under: Under | undefined,
  error: EngineAway,
): Promise<Outcome> {
  if (!under) throw error;
  for (; ; await sleep(lookEveryMs)) {
    const outcome = await answered(sql, number, under);
    if (outcome) {
      await noteOutOfStep(sql, number);
      return outcome;
    }
    if (!error.arrived || performance.now() > until) throw error;
  }
}

/** What was answered under that key, for good; of what is not on record yet the engine knows. */
async function answered(sql: Sql, number: string, under: Under | undefined): Promise<Outcome | undefined> {
  return under && outcomeOf(await keptAnswer(sql, number, under.key), under);
}

function outcomeOf(kept: KeptAnswer | undefined, { request }: Under): Outcome | undefined {
  if (kept && kept.request !== request) throw new Problem('idempotency-key-reused');
  return kept?.outcome;
}
