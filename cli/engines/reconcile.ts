// `npm run reconcile`: has a worker hold the record against what runs, now, and says what was mended and what people decide.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEngine } from '../../db/operations/engines.ts';
import type { Difference, Reconciliation } from '../../db/operations/reconciliations.ts';
import { EngineAway } from '../../engine/errors.ts';
import { ownSettings } from '../../settings/read.ts';
import { command, finish } from '../shared/command.ts';
import { type Known, openEngines } from './open-engines.ts';
import { wordsOfDifference, wordsOfMended } from './words-of-mending.ts';

/** Visibility lags: what has just been mended may be looked at once more. */
const againMs = 2_000;
const rounds = 10;

command('reconcile', {
  description:
    'Hold the record against the processes that run, as the schedule does every ten minutes: what the record can bring back goes on, and what people have to decide is named with what to do. Repeats itself until it mends nothing more.',
  exits: 'Exit code: 1 when people have to decide something; 2 when it could not be done.',
}).parse();

await finish(reconcile(), { failed: 2 });
// The codec may ask the database until the end.
process.exit();

/** Gives the exit code. */
async function reconcile(): Promise<number> {
  const { sql, engines, close } = await openEngines(ownSettings('reconcile'));
  try {
    const now = await currentEngine(sql);
    const { engine, address } = await theOne(engines, now?.id);
    await requireWorker(engine, address);
    let left: Difference[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { started, mended, differences } = await engine.reconcile<Reconciliation>();
      for (const one of mended) console.log(wordsOfMended(one));
      if (started > 0) console.log(`${started} reports that had not begun have begun.`);
      left = differences;
      if (started + mended.length === 0) break;
      await sleep(againMs);
    }
    for (const one of left) console.log(wordsOfDifference(one));
    if (left.length > 0) return 1;
    console.log('Every open report goes with its record.');
    return 0;
  } finally {
    await close();
  }
}

/** That which the reports run on; throws what to do when it is none of them. */
async function theOne(engines: readonly [Known, ...Known[]], id: string | undefined): Promise<Known> {
  if (id === undefined) return engines[0];
  for (const known of engines) if ((await idOf(known)) === id) return known;
  const places = engines.map(({ address }) => address).join(' or ');
  throw new Error(`The reports run on another Temporal than that at ${places}. Set TEMPORAL_ADDRESS.`);
}

/** Undefined of one that is away. */
async function idOf({ engine }: Known): Promise<string | undefined> {
  try {
    return await engine.id();
  } catch (error) {
    if (error instanceof EngineAway) return undefined;
    throw error;
  }
}

async function requireWorker(engine: Known['engine'], address: string): Promise<void> {
  await engine.askWorker().catch((error: unknown) => {
    throw new Error(`No worker answers at ${address}: start one by npm run worker.`, { cause: error });
  });
}
