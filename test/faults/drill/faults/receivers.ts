// Receivers that hang: they take the connection and say nothing, or take what is sent and never say so.
import type { Fault } from './fault.ts';

export function hangs(who: 'mail' | 'webhook'): Fault {
  return {
    begin: async ({ stage, ms }) => {
      const { line } = stage.receivers[who];
      line.set({ timeout: 'both' });
      const later = setTimeout(() => line.set({ timeout: 'answers' }), ms / 2);
      return async () => {
        clearTimeout(later);
        line.set();
      };
    },
  };
}
