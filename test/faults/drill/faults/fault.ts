// What a fault is: it begins, and what it gives ends it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { World } from '../load/walk.ts';
import type { Stage } from '../stage/stage.ts';

interface On {
  stage: Stage;
  world: World;
  chance: Chance;
  /** How long it is to last, in milliseconds. */
  ms: number;
}

/** Resolves when it is over and what it took is given back; who needs time to recover takes it afterwards. */
export type End = () => Promise<void>;

export interface Fault {
  /** Somebody or something is away: as long as that is to be. */
  isAway?: true;
  /** It fills a disk. */
  needsDisks?: true;
  begin(on: On): Promise<End>;
}

/** Does `work` again and again, `everyMs` apart, until it is ended; what it throws, the end throws. */
export function recurring(everyMs: number, work: (n: number) => Promise<void>): End {
  const over = new AbortController();
  const { signal } = over;
  const working = (async () => {
    for (let n = 0; !signal.aborted; n += 1) {
      await work(n);
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  })();
  working.catch(() => {});
  return async () => {
    over.abort();
    await working;
  };
}
