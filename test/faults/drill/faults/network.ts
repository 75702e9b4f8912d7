// A bad network: one of the toxics on each line in turn, an equal part of the time each.
import { lineNames } from '../stage/stage.ts';
import type { Toxics } from '../stage/link.ts';
import { type Fault, recurring } from './fault.ts';

const toxics = {
  latency: { latencyMs: 300, jitterMs: 700 },
  bandwidth: { bandwidthKB: 20 },
  slicer: { slicer: { bytes: 64, delayMs: 2 } },
  reset: { resetPeerMs: 400 },
  timeout: { timeout: 'both' },
  unanswered: { timeout: 'answers' },
} as const satisfies Record<string, Toxics>;

export function network(toxic: keyof typeof toxics): Fault {
  return {
    begin: async ({ stage, chance, ms }) => {
      const order = chance.shuffled(lineNames);
      const linesOf = (n: number) => stage.lines[order[n % order.length] ?? 'client-api'];
      const end = recurring(ms / order.length, async (n) => {
        if (n > 0) for (const line of linesOf(n - 1)) line.set();
        for (const line of linesOf(n)) line.set(toxics[toxic]);
      });
      return async () => {
        await end();
        for (const line of Object.values(stage.lines).flat()) line.set();
      };
    },
  };
}
