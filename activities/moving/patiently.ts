// Does something for each of many, as many at once as an engine takes; one that is too busy for one is asked again.
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineAway } from '../../engine/errors.ts';
import { Pace } from '../pace.ts';

/** A hosted engine may be far away: each takes several of its answers. */
const bounds = { aimMs: 1_000, first: 16, least: 8, most: 64 };
const tries = 5;
const pauseMs = 1_000;

/** Throws what an item still throws after five tries; those behind it are not begun then. */
export async function patiently(
  items: readonly string[],
  work: (item: string) => Promise<unknown>,
): Promise<void> {
  const again = async (item: string) => {
    for (let left = tries; ; left -= 1) {
      try {
        return await work(item);
      } catch (error) {
        if (left <= 1 || !(error instanceof EngineAway)) throw error;
        await sleep(pauseMs);
      }
    }
  };
  await new Pace(undefined, bounds).each(items, again, { stop: new AbortController().signal });
}
