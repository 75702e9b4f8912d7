// Starts what was filed or changed and has no workflow: it came by an import, or a crash or an absent engine left it so.
import { setTimeout as sleep } from 'node:timers/promises';
import { markStarted, startInputOf, unrecordedAmong, unstarted } from '../db/complaints/unstarted.ts';
import type { Sql } from '../db/connection/client.ts';
import { markSucceeding, unstartedSuccessions } from '../db/offices/successions.ts';
import { KeptRules } from '../db/rules/kept-rules.ts';
import { markRecomputing, unstartedRecomputations } from '../db/rules/recomputations.ts';
import type { Engine } from '../engine/engine.ts';
import { sweepConsultations } from './consultations/sweep-consultations.ts';
import { sweepOriginals } from './follow-originals.ts';
import { eachItem } from './each-item.ts';
import { Pace } from './pace.ts';

/** Younger ones are on their way. */
const unstartedAfterSeconds = 3;
/** So many at a time, that what else is swept has its turn while a large import is started. */
const batch = 200;
/** For the first record of a group; a stuck one does not hold up the rest. */
const patienceMs = 5_000;

/**
 * Gives how many complaints were started, and whether more are waiting. Repeating it, and several at once, start nothing
 * twice. Throws `EngineAway`, and when `stop` is told between two groups of complaints.
 */
export async function startLeft(
  sql: Sql,
  engine: Engine,
  stop?: AbortSignal,
): Promise<{ started: number; more: boolean }> {
  for (const owed of await unstartedRecomputations(sql)) {
    await engine.startRecomputation(owed);
    await markRecomputing(sql, owed.id);
  }
  for (const owed of await unstartedSuccessions(sql)) {
    await engine.startSuccession(owed);
    await markSucceeding(sql, owed.id);
  }
  const complaints = await startComplaints(sql, engine, stop);
  await sweepConsultations(sql, engine);
  await sweepOriginals(sql, engine);
  return complaints;
}

/** A few at a time, and the next when these are on record: decisions go before them (see `Pace`). */
async function startComplaints(
  sql: Sql,
  engine: Engine,
  stop: AbortSignal | undefined,
): Promise<{ started: number; more: boolean }> {
  const left = await unstarted(sql, unstartedAfterSeconds, batch);
  if (left.length === 0) return { started: 0, more: false };
  const rules = await new KeptRules().now(sql);
  const run = { job: 'start', nameOf: ({ number }: (typeof left)[number]) => number } as const;
  let started = 0;
  let done = 0;
  await new Pace().inGroups(left, async (group) => {
    const begun: string[] = [];
    await eachItem(sql, run, group, async (row) => {
      if (await engine.complaints.start(startInputOf(row, rules))) started += 1;
      begun.push(row.number);
    });
    done += begun.length;
    await markStarted(sql, begun);
    await recorded(sql, begun, stop);
    stop?.throwIfAborted();
  });
  return { started, more: left.length === batch && done > 0 };
}

async function recorded(sql: Sql, numbers: string[], stop: AbortSignal | undefined): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until && !stop?.aborted; await sleep(20)) {
    if ((await unrecordedAmong(sql, numbers)) === 0) return;
  }
}
