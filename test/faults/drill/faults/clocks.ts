// Wall clocks that are set while all runs: by a minute and by an hour, back and forward, of APIs, of workers, of both apart.
import { apis, workers } from '../stage/stage.ts';
import { type Fault, recurring } from './fault.ts';

const minute = 60_000;
const hour = 60 * minute;
const moves = [minute, -minute, hour, -hour];

/** To the others, PostgreSQL and the engine, theirs are as far apart; both together: as if these two were set the other way. */
export function clocksOf(whose: readonly string[]): Fault {
  return {
    begin: async ({ stage: { clocks }, chance, ms }) => {
      const order = chance.shuffled(moves);
      const end = recurring(ms / order.length, (n) => clocks.set(whose, order[n % order.length] ?? 0));
      return async () => {
        await end();
        await clocks.setRight();
      };
    },
  };
}

/** One API an hour ahead, the other a minute behind, the workers an hour behind and a minute ahead. */
export const clocksApart: Fault = {
  begin: async ({ stage: { clocks } }) => {
    const apart = { [apis[0]]: hour, [apis[1]]: -minute, [workers[0]]: -hour, [workers[1]]: minute };
    await Promise.all(Object.entries(apart).map(([name, ms]) => clocks.set([name], ms)));
    return () => clocks.setRight();
  },
};
