// Parts that die: by kill -9 at random, or in order, one after another, as at a rollout.
import { isAlive } from '../../../../local/parts/process.ts';
import { childrenOf } from '../stage/processes.ts';
import { apis, type Part, workers } from '../stage/stage.ts';
import { type Fault, recurring } from './fault.ts';

const victims: readonly Part[] = [...apis, ...workers, 'PostgreSQL', 'Temporal'];

/** Any part, or one of PostgreSQL's own processes, every other second: also one that has only just come back. */
export const kill: Fault = {
  begin: async ({ stage, chance }) =>
    recurring(2_000, async () => {
      const name = chance.one(victims);
      const { pid } = stage.parts[name];
      const victim = name === 'PostgreSQL' ? chance.one([pid, ...childrenOf(pid)]) : pid;
      if (isAlive(victim)) process.kill(victim, 'SIGKILL');
    }),
};

/** API, worker, API, worker, each by SIGTERM and started again: every 20 seconds, or as often as there is time for all. */
export const rolling: Fault = {
  begin: async ({ stage, ms }) => {
    const order = ['api-1', 'worker-1', 'api-2', 'worker-2'] as const;
    return recurring(Math.min(20_000, ms / order.length), async (n) => {
      await stage.parts[order[n % order.length] ?? 'api-1'].replace('SIGTERM');
    });
  },
};
