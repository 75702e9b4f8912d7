// How long open reports take to move to another Temporal (decision 54), and how long whoever decides or files waits meanwhile.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstBreak } from '../db/record/chain.ts';
import { Engine } from '../engine/engine.ts';
import { type Next, openClient, type Place, placesOf } from '../engine/places/place.ts';
import { freePort } from '../local/parts/ports.ts';
import { findTemporal } from '../local/programs/find-temporal.ts';
import { startTemporal } from '../local/servers/temporal-server.ts';
import { ownSettings } from '../settings/read.ts';
import { runProgram } from '../test/support/program.ts';
import { quantilesOf, round } from './support/figures.ts';
import { fileAll, nationalDecides, nationalFiles } from './support/meanwhile.ts';
import { inFolder, onProductIn, onRecord, type Running } from './support/product.ts';

/** Reports that are decided on all the time: ten decisions a second. */
const watched = 20;
const restMs = 2_000;
/** Between two tries of one that was sent away, as a page does it. */
const againMs = 250;
const filingMs = 500;

/** To the one that TEMPORAL_NEXT names; without it to a second embedded one. */
export function move() {
  return inFolder(async (folder) => {
    const { TEMPORAL_NEXT } = ownSettings('bench');
    if (TEMPORAL_NEXT) return moveTo(TEMPORAL_NEXT, folder);
    const own = join(folder, 'next');
    mkdirSync(own);
    const grpc = await freePort();
    const { path } = await findTemporal(ownSettings('bench').TEMPORAL_CLI);
    const server = await startTemporal(path, own, { grpc, ui: 0 }, false);
    try {
      return await moveTo({ address: `127.0.0.1:${grpc}`, namespace: 'default' }, folder);
    } finally {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    }
  });
}

function moveTo(next: Next, folder: string) {
  const name = 'profile' in next ? next.profile : `${next.address}/${next.namespace}`;
  const [, place] = placesOf(next);
  if (!place) throw new Error('There is no place to move to.');
  return onProductIn(folder, (product) => measure(product, name, place), { TEMPORAL_NEXT: name });
}

async function measure({ base, temporal, folder }: Running, next: string, place: Place) {
  const { BENCH_COMPLAINTS } = ownSettings('bench');
  const numbers = await fileAll(base, BENCH_COMPLAINTS);
  const [decide, file] = await Promise.all([nationalDecides(base), nationalFiles(base)]);
  const was = new Engine(openClient({ connectionOptions: { address: temporal }, namespace: 'default' }));
  const is = new Engine(openClient(place));
  const run = async () => {
    const begun = performance.now();
    const env = { DATABASE_URL: '', DATA_DIR: folder, TEMPORAL_ADDRESS: temporal, TEMPORAL_NEXT: next };
    const { code, out, err } = await runProgram('move-engine', [], { env });
    const [, moved, seconds] = /^(\d+) reports moved in ([\d.]+) s;/m.exec(out) ?? [];
    if (code !== 0 || !moved || !seconds) throw new Error(`It did not move:\n${out}${err}`);
    return { moved: Number(moved), seconds: Number(seconds), inAll: (performance.now() - begun) / 1_000 };
  };
  try {
    await allRun(folder, was);
    const openBefore = await openIn(folder);

    let isOver = false;
    const over = () => isOver;
    const step = Math.floor(numbers.length / watched);
    const officers = Array.from({ length: watched }, (_, n) => {
      const number = numbers[n * step] ?? '';
      return decidingOn(() => decide(number, { action: 'ask', text: 'Di sisi jalan yang mana?' }), over);
    });
    const filing = filingUntil(file, over);
    const begun = performance.now();
    const moving = run().finally(() => {
      isOver = true;
    });
    const [{ moved, seconds, inAll }, filed, ...decided] = await Promise.all([moving, filing, ...officers]);

    await allRun(folder, is);
    const again = await run();
    const left = (await was.processes.running()).length;
    const broken = await onRecord(folder, firstBreak);
    if (left > 0 || broken) throw new Error(`${left} run where they were; ${JSON.stringify(broken)}`);
    const taken = decided.flatMap(({ takenAt }) => takenAt).toSorted((a, b) => a - b);
    const gaps = taken.map((at, n) => at - (taken[n - 1] ?? begun));
    return {
      openBefore,
      moved,
      seconds,
      inAllSeconds: round(inAll),
      decisionsTaken: taken.length,
      decisionsSentAway: decided.reduce((sum, { away }) => sum + away, 0),
      longestGapSeconds: round(Math.max(...gaps) / 1_000),
      longestWaitForOneSeconds: round(Math.max(...decided.map(({ longest }) => longest)) / 1_000),
      filedMeanwhile: filed.length,
      ...quantilesOf('filing', filed),
      openAfter: await openIn(folder),
      runThere: (await is.processes.open()).size,
      movedAgain: again.moved,
      againSeconds: round(again.inAll),
    };
  } finally {
    await Promise.all([was.close(), is.close()]);
  }
}

/** Until every open report runs on that engine, as its visibility has it too. */
async function allRun(folder: string, { processes }: Engine): Promise<void> {
  for (const until = performance.now() + 300_000; ; await sleep(1_000)) {
    const [open, running] = [await openIn(folder), (await processes.open()).size];
    if (open === running) return;
    if (performance.now() > until) throw new Error(`${running} of ${open} open reports run there.`);
  }
}

function openIn(folder: string): Promise<number> {
  return onRecord(folder, async (sql) => {
    const rows = await sql<{ number: string }[]>`select number from complaints where ended_at is null`;
    return rows.length;
  });
}

/** Somebody who decides on one report, and again when that was sent away, until it is over and the last one was taken. */
async function decidingOn(decide: () => Promise<{ status: number }>, isOver: () => boolean) {
  const takenAt: number[] = [];
  let [away, longest] = [0, 0];
  while (!isOver()) {
    const from = performance.now();
    for (let { status } = await decide(); status >= 300; { status } = await decide()) {
      if (status !== 503) throw new Error(`A decision was answered with ${status}.`);
      away += 1;
      await sleep(againMs);
    }
    takenAt.push(performance.now());
    longest = Math.max(longest, performance.now() - from);
    await sleep(restMs);
  }
  return { takenAt, away, longest };
}

/** People who file until it is over: each is taken. Gives their milliseconds. */
async function filingUntil(file: () => Promise<{ ms: number; status: number }>, isOver: () => boolean) {
  const times: number[] = [];
  for (; !isOver(); await sleep(filingMs)) {
    const { ms, status } = await file();
    if (status !== 201) throw new Error(`A filing was answered with ${status}.`);
    times.push(ms);
  }
  return times;
}
