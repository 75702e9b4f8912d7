// Moves all open reports to another engine (decision 54): the record says from which moment on they run there, and what each
// process goes on from. Broken off anywhere, it is taken up by being asked again; asked again at the end, it finds nothing to do.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEngine, type EngineRow, switchEngine } from '../../db/operations/engines.ts';
import { type Difference, openRows, type Reconciliation } from '../../db/operations/reconciliations.ts';
import type { Engine } from '../../engine/engine.ts';
import { whyMoved } from '../../sop/beside/resume.ts';
import { recomputeAgain } from '../mending/mend-all.ts';
import type { Recording } from '../record/under-lock.ts';
import { endBeside, endTheRest } from './end-old.ts';
import { handOver } from './hand-over.ts';
import { patiently } from './patiently.ts';

interface End {
  engine: Engine;
  /** Address and namespace. */
  place: string;
}

interface Move extends Omit<Recording, 'engineId'> {
  /** Absent: it is lost. */
  from: End | undefined;
  to: End;
  say: (line: string) => void;
}

/** It cannot be begun as things are; nothing was changed. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

interface Moved {
  /** How many reports go on from their records on the new engine. */
  moved: number;
  /** From when the old one's decisions counted no more until the last report had moved. */
  seconds: number;
  /** What a person has to look at. */
  left: Difference[];
  /** How many ran on the old engine without an open report, and ended. */
  strangers: number;
  /** Of the new engine, once all had moved. */
  found: Reconciliation;
}

/** Longer than a process tries to write by itself, before it lets an activity do it, which can be seen. */
const settleMs = 2_000;
/** For what was answered while the database was away to be written. */
const owedMs = 30_000;
/** For workers that have just begun. */
const servedMs = 20_000;
const sayEvery = 500;

/** Throws `NotNow`; `EngineAway` and `DatabaseAway` when one of them went away on the way: ask again then. */
export async function moveEngine(move: Move): Promise<Moved> {
  const { sql, from, to, say } = move;
  const id = await to.engine.id();
  const now = await currentEngine(sql);
  const isNew = now?.id !== id;
  if (isNew) {
    await makeReady(move, now);
    if (!(await switchEngine(sql, { id, place: to.place }, now?.id)))
      throw new NotNow('The reports moved elsewhere meanwhile.');
    say(`From now on the reports run on ${to.place}.`);
  }
  const began = performance.now();
  if (from) {
    await endBeside(from.engine, whyMoved);
    if (isNew) await sleep(settleMs);
  }
  const { moved, left } = await moveAll(move);
  const seconds = (performance.now() - began) / 1_000;
  await recomputeAgain({ sql, engine: to.engine }, moved);
  const found = await to.engine.reconcile<Reconciliation>();
  const named = new Set(left.map(({ number }) => number));
  const strangers = from ? await endTheRest(from.engine, whyMoved, named) : 0;
  return { moved: moved.length, seconds, left, strangers, found };
}

/** All that can be done before, while decisions go on. Throws `NotNow`. */
async function makeReady(move: Move, now: EngineRow | undefined): Promise<void> {
  const { from, to } = move;
  if (from && now && (await from.engine.id()) !== now.id)
    throw new NotNow(`The reports run on ${now.place}, which is neither ${from.place} nor ${to.place}.`);
  await untilServed(to);
  if (from) {
    await requireInStep(from);
    await untilWritten(move, from.engine);
  }
  // Before those of the old one go: what two of them tell is told once.
  await to.engine.schedules.ensure();
  for (const { id, paused, note } of (await from?.engine.schedules.list()) ?? [])
    if (paused) await to.engine.schedules.pause(id, note ?? '');
}

/** A worker looks at it, and its build is the one that reports there go on with. */
async function untilServed({ engine, place }: End): Promise<void> {
  for (const until = performance.now() + servedMs; ; await sleep(500)) {
    const { pollers } = await engine.queue();
    if (pollers.length > 0 && (await engine.versions.current()) !== undefined) return;
    if (performance.now() > until)
      throw new NotNow(
        `No worker looks at ${place}: start workers and API with TEMPORAL_NEXT (and npm run promote, where they wait for it), and ask again.`,
      );
  }
}

/** Where a person has to decide between record and process, the process must still be there. */
async function requireInStep({ engine, place }: End): Promise<void> {
  await engine.askWorker().catch(() => {
    throw new NotNow(`No worker answers on ${place}.`);
  });
  const { differences } = await engine.reconcile<Reconciliation>();
  if (differences.length === 0) return;
  const named = differences.map(({ number, what }) => `${number} (${what})`).join(', ');
  throw new NotNow(`Somebody has to decide before; npm run reconcile says what: ${named}.`);
}

/** What was answered while the database was away is on record. */
async function untilWritten({ sql }: Move, { processes }: Engine): Promise<void> {
  let owing = (await openRows(sql)).map(({ number }) => number);
  for (const until = performance.now() + owedMs; ; await sleep(500)) {
    const still: string[] = [];
    await patiently(owing, async (number) => {
      if (await processes.owes(number)) still.push(number);
    });
    if (still.length === 0) return;
    if (performance.now() > until)
      throw new NotNow(
        `The database is slow: what was decided is not on record yet of ${still.slice(0, 5).join(', ')}.`,
      );
    owing = still;
  }
}

/** Every open report that does not run on the new engine yet. */
async function moveAll(move: Move): Promise<{ moved: string[]; left: Difference[] }> {
  const { sql, to, say } = move;
  const there = await to.engine.processes.open();
  const numbers = (await openRows(sql)).map(({ number }) => number).filter((number) => !there.has(number));
  const moved: string[] = [];
  const left: Difference[] = [];
  await patiently(numbers, async (number) => {
    const difference = await handOver(move, number);
    if (difference) {
      left.push(difference);
      return;
    }
    moved.push(number);
    if (moved.length % sayEvery === 0) say(`${moved.length} of ${numbers.length} …`);
  });
  return { moved, left };
}
