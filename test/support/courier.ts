// Runs the real courier activity for a test.
import { setTimeout as sleep } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { CourierActivities } from '../../activities/types.ts';

export interface RunningCourier {
  /** Cancels it; what became of it, or `still running` after five seconds. */
  stop: () => Promise<string>;
  beats: () => number;
}

export function runCourier({ deliverNotifications }: CourierActivities): RunningCourier {
  const env = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  let beats = 0;
  env.on('heartbeat', () => {
    beats += 1;
  });
  const ended = env.run(deliverNotifications).then(
    () => 'ended',
    (error: Error) => error.name,
  );
  return {
    stop: async () => {
      env.cancel();
      return Promise.race([ended, sleep(5_000, 'still running')]);
    },
    beats: () => beats,
  };
}

/** Waits until it holds, 20 s at most. */
export async function eventually(what: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await what())) {
    if (Date.now() > until) throw new Error('waited 20 s in vain');
    await sleep(50);
  }
}
