// Whoever asks about what may not be known gets the answer after the same time, whatever was found.
import { setTimeout as sleep } from 'node:timers/promises';

/** Far longer than what is done in it. */
const beatMs = 300;

/** Does `work`, and gives what came of it, or throws it, at the next whole beat since it began. */
export async function inSameTime<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    await sleep(beatMs - ((performance.now() - begun) % beatMs));
  }
}
