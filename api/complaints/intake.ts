// SOP 1: a report is written down, then its workflow starts; one that a crash left without is started later.
import type { FastifyBaseLogger } from 'fastify';
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../../db/each-item.ts';
import {
  markStarted,
  NothingToStart,
  startInput,
  stepOf,
  unstarted,
} from '../../db/complaints/start-input.ts';
import { startRecomputations } from '../rules/change-rules.ts';
import type { Complaints } from '../complaints.ts';
import { Problem } from '../http/problems.ts';

/** Starts the complaint's workflow and notes that; repeating it does nothing. Throws `engine-away`. */
export async function startComplaint(sql: Sql, complaints: Complaints, number: string): Promise<void> {
  const input = await startInput(sql, number);
  if (!input) throw new NothingToStart(number);
  await complaints.start({ ...input, receivedAt: input.receivedAt.toISOString() });
  await markStarted(sql, number);
}

const recordMs = 2_000;

/**
 * The row that the complaint stands at once its workflow has written its first entries, so that who files and then
 * reads sees the same; 1 when that takes more than two seconds.
 */
export async function recordedStep(sql: Sql, number: string): Promise<number> {
  for (const until = Date.now() + recordMs; Date.now() < until; ) {
    const step = await stepOf(sql, number);
    if (step !== undefined) return step;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return 1;
}

const sweepEveryMs = 5_000;
const batch = 100;

/** Starts what was filed or changed and never started, every five seconds, until the function that it gives is called. */
export function sweep(sql: Sql, complaints: Complaints, log: FastifyBaseLogger): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const loop = async () => {
    for (;;) {
      await startLeft(sql, complaints).catch((error: unknown) => {
        log.warn({ err: error }, 'complaints wait for their start');
      });
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, sweepEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return () => {
    stopped = true;
    wake();
    return running;
  };
}

async function startLeft(sql: Sql, complaints: Complaints): Promise<void> {
  await startRecomputations(sql, complaints);
  const isAway = (error: unknown) => error instanceof Problem && error.code === 'engine-away';
  const left = await unstarted(sql, 3, batch);
  await eachItem(sql, { job: 'start', nameOf: (number) => number, isAway }, left, (number) =>
    startComplaint(sql, complaints, number),
  );
}
