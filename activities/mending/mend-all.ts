// Mends many at once, as many as stay quick; one that cannot be looked at is passed over.
import { outOfStep } from '../../db/operations/out-of-step.ts';
import { forgetPassedOver, passedOverOf } from '../../db/operations/passed-over.ts';
import type { Difference, Mended } from '../../db/operations/reconciliations.ts';
import { movesByRules } from '../../db/rules/moves.ts';
import { casesOf, lastRecomputation } from '../../db/rules/recomputations.ts';
import { eachItem, passOver } from '../each-item.ts';
import type { Pace } from '../pace.ts';
import { mend, type Mending } from './mend.ts';

const job = 'reconcile';

interface Way {
  pace: Pace;
  /** Nothing is begun after it. */
  stop: AbortSignal;
}

export interface Outcome {
  mended: Mended[];
  differences: Difference[];
}

/** Throws `EngineAway` and `DatabaseAway`. */
export async function mendAll(
  mending: Mending,
  numbers: readonly string[],
  { pace, stop }: Way,
): Promise<Outcome> {
  const { sql } = mending;
  const outcome: Outcome = { mended: [], differences: [] };
  // As at nearly every sweep.
  if (numbers.length === 0) return outcome;
  const before = await passedOverOf(sql, job);
  const due = numbers.filter((number) => before.get(number)?.due !== false);
  await pace.each(
    due,
    async (number) => {
      try {
        const found = await mend(mending, number);
        if (found && 'mended' in found) outcome.mended.push(found.mended);
        else if (found) outcome.differences.push(found.difference);
      } catch (error) {
        return passOver(sql, job, number, error, stop);
      }
      if (before.has(number)) await forgetPassedOver(sql, job, number);
    },
    { stop },
  );
  const resumed = outcome.mended.filter(({ did }) => did === 'resumed').map(({ number }) => number);
  await recomputeAgain(mending, resumed);
  return outcome;
}

/** Those of which a decision found that they do not go with their records, at once. */
export async function mendNoted(mending: Mending, way: Way): Promise<Mended[]> {
  return (await mendAll(mending, await outOfStep(mending.sql, 'new'), way)).mended;
}

/** reading 16: who was lost, or was on the way to another engine, did not hear of new rules. */
export async function recomputeAgain(
  { sql, engine }: Pick<Mending, 'sql' | 'engine'>,
  numbers: readonly string[],
): Promise<void> {
  const batch = numbers.length > 0 && (await lastRecomputation(sql));
  if (!batch) return;
  const movesNow = await movesByRules(sql);
  const cases = (await casesOf(sql, numbers)).filter((c) => c !== null);
  const run = { job: 'recompute', nameOf: ({ number }: (typeof cases)[number]) => number } as const;
  await eachItem(sql, run, cases, async (c) => {
    if (movesNow(c).length > 0) await engine.complaints.recompute(c.number, batch);
  });
}
