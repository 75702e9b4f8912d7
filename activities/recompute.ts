// The batch behind a changed calendar or policy: has every complaint whose deadlines move reckon them anew, as many at once as stay quick.
import { Context } from '@temporalio/activity';
import type { Sql } from '../db/connection/client.ts';
import { recomputeConsultations } from './consultations/recompute-consultations.ts';
import { eachItem, passOver } from './each-item.ts';
import type { Pace } from './pace.ts';
import { movesByRules } from '../db/rules/moves.ts';
import { passedOverOf } from '../db/operations/passed-over.ts';
import { casesOf, lastRecomputation, noteRecomputed, openCases } from '../db/rules/recomputations.ts';
import type { Case } from '../sop/case.ts';
import type { Engine } from '../engine/engine.ts';
import type { RecomputeBatch } from './types.ts';

/** Small enough to be reckoned between two decisions. */
const page = 100;
/** Ops see the count grow by so many. */
const counted = 50;

/** Whether a case's deadlines move by the rules in force. */
type Moves = (c: Case) => boolean;

const run = { job: 'recompute', nameOf: (c: Case) => c.number } as const;

/**
 * See `BatchActivities.recomputeAll`. The heartbeat carries the last number up to which all are done; after a crash the
 * next attempt goes on there. A complaint that was told and is told again for the same change does nothing more.
 */
export async function recomputeAll(
  sql: Sql,
  engine: Engine,
  pace: Pace,
  { id, why }: RecomputeBatch,
): Promise<void> {
  const context = Context.current();
  const movesNow = await movesByRules(sql);
  let last = (context.info.heartbeatDetails as string | undefined) ?? '';
  let moved = 0;
  const count = async (finished: boolean) => {
    const some = moved;
    moved = 0;
    await noteRecomputed(sql, id, some, finished);
  };
  const moves: Moves = (c) => movesNow(c).length > 0;
  await pace.each(
    movingCases(sql, last, moves, () => context.heartbeat(last)),
    async ({ number }) => {
      if (await tell(sql, engine, number, { id, why }, context.cancellationSignal)) moved += 1;
      if (moved >= counted) await count(false);
    },
    {
      stop: context.cancellationSignal,
      reached: ({ number }) => {
        last = number;
        context.heartbeat(last);
      },
    },
  );
  await count(false);
  if (context.cancellationSignal.aborted) await context.cancelled;
  await recomputeConsultations(sql, engine, why);
  await count(true);
}

/** Only those that move cost the engine anything. One that cannot be reckoned is passed over. */
async function* movingCases(sql: Sql, after: string, moves: Moves, looked: () => void): AsyncGenerator<Case> {
  for await (const cases of openCases(sql, after, page)) {
    looked();
    const moving: Case[] = [];
    await eachItem(sql, run, cases, (c) => {
      if (moves(c)) moving.push(c);
    });
    yield* moving;
  }
}

/** False when there is nothing to tell: it has ended, or is passed over. */
async function tell(
  sql: Sql,
  engine: Engine,
  number: string,
  batch: RecomputeBatch,
  stop: AbortSignal,
): Promise<boolean> {
  try {
    return await engine.complaints.recompute(number, batch);
  } catch (error) {
    await passOver(sql, run.job, number, error, stop);
    return false;
  }
}

/** Tells again those that a batch had to pass over and whose time has come. Gives how many were done. */
export async function recomputePassedOver(sql: Sql, engine: Engine): Promise<number> {
  const waiting = [...(await passedOverOf(sql, 'recompute'))].filter(([, { due }]) => due);
  const batch = waiting.length > 0 && (await lastRecomputation(sql));
  if (!batch) return 0;
  const movesNow = await movesByRules(sql);
  return eachItem(
    sql,
    { ...run, nameOf: ([number]: (typeof waiting)[number]) => number },
    waiting,
    async ([number]) => {
      const [c] = await casesOf(sql, [number]);
      if (c && movesNow(c).length > 0) await engine.complaints.recompute(number, batch);
    },
  );
}
