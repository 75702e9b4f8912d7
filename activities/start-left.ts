// Starts what was filed or changed and has no workflow: a crash, or an engine that was away, left it so.
import { markStarted, startInput, unstarted } from '../db/complaints/unstarted.ts';
import type { Sql } from '../db/connection/client.ts';
import { markSucceeding, unstartedSuccessions } from '../db/offices/successions.ts';
import { markRecomputing, unstartedRecomputations } from '../db/rules/recomputations.ts';
import type { Engine } from '../engine/engine.ts';
import { sweepConsultations } from './consultations/sweep-consultations.ts';
import { sweepOriginals } from './follow-originals.ts';
import { eachItem } from './each-item.ts';

/** Younger ones are on their way. */
const unstartedAfterSeconds = 3;
const batch = 1_000;

/** Gives how many complaints were started. Repeating it, and several at once, start nothing twice. Throws `EngineAway`. */
export async function startLeft(sql: Sql, engine: Engine): Promise<number> {
  for (const owed of await unstartedRecomputations(sql)) {
    await engine.startRecomputation(owed);
    await markRecomputing(sql, owed.id);
  }
  for (const owed of await unstartedSuccessions(sql)) {
    await engine.startSuccession(owed);
    await markSucceeding(sql, owed.id);
  }
  let started = 0;
  const left = await unstarted(sql, unstartedAfterSeconds, batch);
  await eachItem(sql, { job: 'start', nameOf: (number) => number }, left, async (number) => {
    if (await engine.complaints.start(await startInput(sql, number))) started += 1;
    await markStarted(sql, number);
  });
  await sweepConsultations(sql, engine);
  await sweepOriginals(sql, engine);
  return started;
}
