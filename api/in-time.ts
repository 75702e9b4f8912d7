// No caller waits for good, and what nobody waits for any more is not done: after a 503 nothing happens behind it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { within } from '../db/away.ts';
import { Problem } from './problems.ts';

/** Longer than any wait inside; a database behind a black hole ends here. */
export const patienceMs = 15_000;
/** For a whole request to come, or a file to go: ten MiB at 70 kbit/s. */
export const transferMs = 20 * 60_000;

const awaitedUntil = new AsyncLocalStorage<number>();

/** Runs a handler for at most `ms`; then its caller is told that the database is away. */
export function runAwaited<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return awaitedUntil.run(Date.now() + ms, () => within(ms, work()));
}

/**
 * To be called before anything is done that cannot be called back: a query that hung may come back long after its
 * caller was answered. Throws `database-away` then.
 */
export function stillAwaited(): void {
  const until = awaitedUntil.getStore();
  if (until !== undefined && Date.now() >= until) throw new Problem('database-away');
}
