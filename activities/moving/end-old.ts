// What an engine still runs that the reports have left: it can write nothing any more, and ends.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../engine/engine.ts';
import { patiently } from './patiently.ts';

/** Longer than visibility lags. */
const lagMs = 1_500;
const looks = 20;

/** Schedules, questions, batches, the courier: begun again elsewhere by what the record says. Safe to repeat. Throws `EngineAway`. */
export async function endBeside({ schedules, processes }: Engine, why: string): Promise<void> {
  await schedules.remove();
  const beside = (await processes.running()).filter(({ isReport }) => !isReport).map(({ id }) => id);
  await patiently(beside, (id) => processes.end(id, why));
}

/** Whatever is left, but for those reports; gives how many it were. Safe to repeat. Throws `EngineAway`. */
export async function endTheRest(
  { processes }: Engine,
  why: string,
  but: ReadonlySet<string>,
): Promise<number> {
  let ended = 0;
  for (let look = 0; look < looks; look += 1) {
    const left = (await processes.running()).map(({ id }) => id).filter((id) => !but.has(id));
    if (left.length === 0) break;
    await patiently(left, async (id) => {
      if (await processes.end(id, why)) ended += 1;
    });
    await sleep(lagMs);
  }
  return ended;
}
