// Runs a job item by item: one that cannot be done is passed over, noted for ops, and tried again later.
import { DatabaseAway } from '../db/connection/away.ts';
import type { Sql } from '../db/connection/client.ts';
import { EngineAway } from '../engine/errors.ts';
import { forgetPassedOver, type Job, notePassedOver, passedOverOf } from '../db/operations/passed-over.ts';

interface Run<T> {
  job: Job;
  nameOf: (item: T) => string;
}

/**
 * Does `work` for each item in order and gives how many were done. Items that failed before wait for their time.
 * Throws only what every item would meet: an absent database or engine.
 */
export async function eachItem<T>(
  sql: Sql,
  { job, nameOf }: Run<T>,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => unknown,
): Promise<number> {
  const before = await passedOverOf(sql, job);
  let done = 0;
  for await (const item of items) {
    const name = nameOf(item);
    if (before.get(name)?.due === false) continue;
    try {
      await work(item);
    } catch (error) {
      await passOver(sql, job, name, error);
      continue;
    }
    done += 1;
    if (before.has(name)) await forgetPassedOver(sql, job, name);
  }
  return done;
}

/**
 * Notes that an item could not be done. Throws `error` on when it concerns all items, or the job was stopped meanwhile:
 * the next attempt goes on with it.
 */
export async function passOver(
  sql: Sql,
  job: Job,
  name: string,
  error: unknown,
  stop?: AbortSignal,
): Promise<void> {
  if (stop?.aborted || error instanceof DatabaseAway || error instanceof EngineAway) throw error;
  await notePassedOver(sql, job, name, nameOfError(error));
}

/** A stable name without anybody's words: an error's message may repeat what it choked on. */
function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? `: ${error.code}` : '';
  return `${error.name}${code}`.slice(0, 100);
}
