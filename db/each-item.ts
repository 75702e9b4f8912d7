// Runs a job item by item: one that cannot be done is passed over, noted for ops, and tried again later.
import { isDatabaseAway } from './connection/away.ts';
import type { Sql } from './connection/client.ts';
import { forgetPassedOver, type Job, notePassedOver, passedOverOf } from './operations/passed-over.ts';

interface Failing {
  job: Job;
  /** True for an error that every item would meet: the run ends with it. The database's own absence is known. */
  isAway?: ((error: unknown) => boolean) | undefined;
}

interface Run<T> extends Failing {
  nameOf: (item: T) => string;
}

/**
 * Does `work` for each item in order and gives how many were done. Items that failed before wait for their time.
 * Throws only what concerns all items: an absent database, or what `isAway` says.
 */
export async function eachItem<T>(
  sql: Sql,
  { job, nameOf, isAway }: Run<T>,
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
      await passOver(sql, { job, isAway }, name, error);
      continue;
    }
    done += 1;
    if (before.has(name)) await forgetPassedOver(sql, job, name);
  }
  return done;
}

/** Notes that an item could not be done. Throws `error` on when it concerns all items. */
export async function passOver(
  sql: Sql,
  { job, isAway }: Failing,
  name: string,
  error: unknown,
): Promise<void> {
  if (isDatabaseAway(error) || isAway?.(error)) throw error;
  await notePassedOver(sql, job, name, nameOfError(error));
}

/** A stable name without anybody's words: an error's message may repeat what it choked on. */
function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? `: ${error.code}` : '';
  return `${error.name}${code}`.slice(0, 100);
}
