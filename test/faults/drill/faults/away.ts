// A server that is away: stopped, so that it takes what comes and says nothing, or gone.
import { isAlive } from '../../../../local/parts/process.ts';
import { childrenOf } from '../stage/processes.ts';
import type { Kept } from '../stage/kept.ts';
import type { Fault } from './fault.ts';

const servers = { database: 'PostgreSQL', engine: 'Temporal' } as const;
type Server = keyof typeof servers;

/** SIGSTOP, with all its own processes. */
export function stopped(server: Server): Fault {
  return {
    isAway: true,
    begin: async ({ stage }) => {
      const part = stage.parts[servers[server]];
      const pids = [part.pid, ...childrenOf(part.pid)];
      signalAll(pids, 'SIGSTOP');
      return async () => signalAll(pids.toReversed(), 'SIGCONT');
    },
  };
}

/** kill -9, and not started again meanwhile. */
export function gone(server: Server): Fault {
  return {
    isAway: true,
    begin: async ({ stage }) => {
      const part: Kept = stage.parts[servers[server]];
      part.takeAway();
      return async () => part.release();
    },
  };
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, signal);
}
