// As a worker starts: its build becomes the one that open reports go on with, unless it is told to wait (decision 46).
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../settings/known.ts';

const everyMs = 100;
const saidEveryMs = 10_000;

interface Log {
  warn: (what: object, message: string) => void;
}

interface How {
  /** By the setting of this name. */
  takesOver: Settings<'worker'>['WORKER_TAKES_OVER'];
  /** Whether the worker ends, so that nothing is waited for. */
  stopped: () => boolean;
}

/**
 * Comes back once `build` is current, or is to wait until somebody makes it so. Tries on while the engine is away or does not
 * know yet that this worker asks for tasks, which it must do by then. Never rejects.
 */
export async function takeOver(
  { versions }: Pick<Engine, 'versions'>,
  build: string,
  log: Log,
  { takesOver, stopped }: How,
): Promise<void> {
  if (takesOver === 'never') return;
  for (let saidAt = Date.now(); !stopped(); await sleep(everyMs)) {
    const standing = await versions
      .makeCurrent(build, { onlyNew: takesOver === 'new' })
      .catch((error: unknown) => ({ err: error }));
    if (standing === 'current') return;
    if (standing === 'earlier') {
      log.warn(
        { build },
        'open reports go on with another build; npm run promote lets them go on with this one',
      );
      return;
    }
    if (Date.now() < saidAt + saidEveryMs) continue;
    saidAt = Date.now();
    log.warn(
      { build, ...(typeof standing === 'object' && standing) },
      'open reports do not go on with this build yet',
    );
  }
}
