// What a journey costs over all processes, beside the floor; how long its decisions take, alone and fifty at once; how long its history is.
import { Client, Connection } from '@temporalio/client';
import { ownSettings } from '../settings/read.ts';
import { partNames, secondsFrom } from './support/cpu.ts';
import { quantilesOf, round } from './support/figures.ts';
import { type Floor, onFloor } from './support/floor.ts';
import { officersOf, repeat, walkJourney } from './support/journey.ts';
import { onProduct, type Running } from './support/product.ts';
import { type Storage, storageOf } from './support/storage.ts';

/** Both sides at once are warm before anything counts. */
const warming = 20;
/** Twice fifty at once. */
const crowded = 100;

/** Journeys walked a few at a time, then fifty at once. */
export function journey() {
  const { BENCH_JOURNEYS: journeys } = ownSettings('bench');
  return onProduct((product) => onFloor((floor) => measure(product, floor, journeys)));
}

async function measure(product: Running, floor: Floor, journeys: number): Promise<Record<string, number>> {
  const { base, pid, folder } = product;
  const officers = await officersOf(base);
  let number = '';
  const walk = async (times: number[]) => {
    number = await walkJourney(base, officers, times);
  };
  await repeat(warming, 4, () => walk([]));
  await floor.walk({ journeys: warming, atOnce: 4 });

  const alone: number[] = [];
  const seconds = secondsFrom(pid);
  await repeat(journeys, 1, () => walk(alone));
  const each = seconds(journeys);
  const floorBefore = floor.seconds();
  const floorAlone = await floor.walk({ journeys, atOnce: 1 });
  const floorAfter = floor.seconds();

  const parts = Object.fromEntries(partNames.map((part) => [part, round(each[part])]));
  const cost = partNames.reduce((sum, part) => sum + each[part], 0);
  const floorEngine = (floorAfter.engine - floorBefore.engine) / journeys;
  const floorCost = floorEngine + (floorAfter.worker - floorBefore.worker) / journeys;

  const crowd: number[] = [];
  const held = await storageOf(folder);
  await repeat(crowded, 50, () => walk(crowd));
  const holds = await storageOf(folder);
  const floorCrowd = await floor.walk({ journeys: crowded, atOnce: 50 });
  return {
    journeys,
    cpuSeconds: round(cost),
    ...parts,
    floorCpuSeconds: round(floorCost),
    floorEngine: round(floorEngine),
    timesTheFloor: round(cost / floorCost),
    ...quantilesOf('alone', alone),
    ...quantilesOf('floorAlone', floorAlone),
    ...quantilesOf('fiftyAtOnce', crowd),
    ...quantilesOf('floorFiftyAtOnce', floorCrowd),
    ...storedBy(crowded, held, holds),
    ...(await historyOf(product.temporal, number)),
  };
}

/** What one journey has added, in bytes. */
function storedBy(journeys: number, before: Storage, after: Storage) {
  const each = (what: keyof Storage) => round((after[what] - before[what]) / journeys);
  return {
    databaseBytes: each('database'),
    databaseLogBytes: each('databaseLog'),
    engineBytes: each('engine'),
  };
}

/** Of a whole journey. */
async function historyOf(address: string, number: string) {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  let [runs, events, bytes] = [0, 0, 0];
  const { raw } = await workflow.getHandle(number).describe();
  const first = raw.workflowExecutionInfo?.firstRunId ?? undefined;
  for (let runId = first; runId; runs += 1) {
    const run = workflow.getHandle(number, runId);
    const history = (await run.fetchHistory()).events ?? [];
    events += history.length;
    bytes += (await run.describe()).historySize ?? 0;
    const next = history.at(-1)?.workflowExecutionContinuedAsNewEventAttributes;
    runId = next?.newExecutionRunId ?? undefined;
  }
  await connection.close();
  return { historyRuns: runs, historyEvents: events, historyBytes: bytes };
}
