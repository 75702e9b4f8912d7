// The batch behind a changed calendar or policy: tells every complaint whose deadlines move, a few at a time.
import { Context } from '@temporalio/activity';
import type { Sql } from '../db/connection/client.ts';
import { recomputeConsultations } from './consultations/recompute-consultations.ts';
import { eachItem, passOver } from './each-item.ts';
import { Pace } from './pace.ts';
import { movesByRules } from '../db/rules/moves.ts';
import { passedOverOf } from '../db/operations/passed-over.ts';
import { casesOf, lastWhy, noteRecomputed, openCases } from '../db/rules/recomputations.ts';
import type { Case } from '../sop/case.ts';
import type { Engine } from '../engine/engine.ts';
import type { RecomputeBatch } from './types.ts';

const page = 500;
const patienceMs = 10_000;

/** Whether a case's deadlines move by the rules in force. */
type Moves = (c: Case) => boolean;

const run = { job: 'recompute', nameOf: (c: Case) => c.number } as const;

/**
 * See `BatchActivities.recomputeAll`. The heartbeat carries the last number done; after a crash the next attempt goes
 * on there. A complaint that is told twice writes one more event, in which nothing moved.
 */
export async function recomputeAll(sql: Sql, engine: Engine, { id, why }: RecomputeBatch): Promise<void> {
  const context = Context.current();
  const movesNow = await movesByRules(sql);
  const moves: Moves = (c) => movesNow(c).length > 0;
  const pace = new Pace();
  const after = (context.info.heartbeatDetails as string | undefined) ?? '';
  for await (const cases of openCases(sql, after, page)) {
    const moving: Case[] = [];
    await eachItem(sql, run, cases, (c) => {
      if (moves(c)) moving.push(c);
    });
    await pace.inGroups(moving, async (group) => {
      const some = group.map(({ number }) => number);
      const told = await Promise.all(some.map((number) => tell(sql, engine, number, why)));
      await settled(sql, some, moves, context.cancellationSignal);
      await noteRecomputed(sql, id, told.filter(Boolean).length, false);
      if (context.cancellationSignal.aborted) await context.cancelled;
      context.heartbeat(some.at(-1));
    });
    context.heartbeat(cases.at(-1)?.number);
  }
  await recomputeConsultations(sql, engine);
  await noteRecomputed(sql, id, 0, true);
}

/** False when there is nothing to tell: it has ended, or is passed over. */
async function tell(sql: Sql, engine: Engine, number: string, why: string): Promise<boolean> {
  try {
    return await engine.complaints.tellRecompute(number, why);
  } catch (error) {
    await passOver(sql, run.job, number, error);
    return false;
  }
}

/** Tells again those that a batch had to pass over and whose time has come. Gives how many were done. */
export async function recomputePassedOver(sql: Sql, engine: Engine): Promise<number> {
  const waiting = [...(await passedOverOf(sql, 'recompute'))].filter(([, { due }]) => due);
  if (waiting.length === 0) return 0;
  const movesNow = await movesByRules(sql);
  const why = await lastWhy(sql);
  return eachItem(
    sql,
    { ...run, nameOf: ([number]: (typeof waiting)[number]) => number },
    waiting,
    async ([number]) => {
      const [c] = await casesOf(sql, [number]);
      if (c && movesNow(c).length > 0) await engine.complaints.tellRecompute(number, why);
    },
  );
}

/** Waits until these have recorded their new deadlines, for ten seconds at most: a stuck one does not hold up the rest. */
async function settled(sql: Sql, numbers: string[], moves: Moves, stop: AbortSignal): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until && !stop.aborted; ) {
    if (!(await casesOf(sql, numbers)).some((c) => moves(c))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
