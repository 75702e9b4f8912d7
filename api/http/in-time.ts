// No caller waits for good, and what nobody waits for any more is not done: after a 503 nothing happens behind it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { within } from '../../db/connection/away.ts';
import { Problem } from './problems.ts';

/** Longer than any wait inside; a database behind a black hole ends here. */
export const patienceMs = 15_000;
/** What comes or goes may take long, as long as it moves: without a byte for that long it is dead, and cut. */
export const stallMs = 60_000;
/** A request that trickles in for longer is cut all the same: ten MiB at 3 kB/s. An answer may go on. */
export const longestRequestMs = 60 * 60_000;

/** Of the request that what runs belongs to. */
interface Wait {
  until: number;
  /** Its caller was told that we are away. */
  isOver: boolean;
  isAnswering: () => boolean;
}

const waits = new AsyncLocalStorage<Wait | undefined>();

/**
 * Runs a handler for at most `ms`; then its caller is told that the database is away. Once `isAnswering` the time is no
 * bound any more: a handler that gives its reply back ends with the last byte of it.
 */
export function runAwaited<T>(
  ms: number,
  work: () => Promise<T>,
  isAnswering: () => boolean = () => false,
): Promise<T> {
  const wait: Wait = { until: performance.now() + ms, isOver: false, isAnswering };
  return waits.run(wait, async () => {
    const done = work();
    try {
      return await within(ms, done);
    } catch (error) {
      if (isAnswering()) return done;
      wait.isOver = true;
      throw error;
    }
  });
}

/**
 * Throws `database-away` when what runs belongs to a request whose caller was answered without it: a query that hung
 * may come back long after.
 */
export function stillAwaited(): void {
  const wait = waits.getStore();
  if (!wait) return;
  const isLate = performance.now() >= wait.until && !wait.isAnswering();
  if (wait.isOver || isLate) throw new Problem('database-away');
}

/** Does what others may come to wait for too, so that no one request's patience ends it. */
export function forOthersToo<T>(work: () => T): T {
  return waits.run(undefined, work);
}

/** `work` on a connection that has nothing to carry meanwhile, and so is not to be cut for its silence. */
export async function whileWeWork<T>({ socket }: { socket: Socket }, work: () => Promise<T>): Promise<T> {
  const before = socket.timeout;
  socket.setTimeout(0);
  try {
    return await work();
  } finally {
    socket.setTimeout(before ?? 0);
  }
}
