// How one part is looked at: within its time, and whatever it throws is what is wrong with it.
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseAway } from '../../../db/connection/away.ts';
import { EngineAway } from '../../../engine/errors.ts';
import { StoreAway } from '../../../store/away.ts';
import { stateOf, type State, type Trouble } from './troubles.ts';

/** Longer than it takes to find the engine away: two seconds, and the last try that began within them. */
const partMs = 4_500;

export interface Part<Facts> {
  state: State;
  troubles: Trouble[];
  facts: Facts | null;
}

/** One part: what to ask, and what is wrong by what it said. */
export interface Look<Facts> {
  ask: () => Promise<Facts>;
  judge?: (facts: Facts) => Trouble[];
  /** It is asked through the engine, whose being away is no fault of its own. */
  behindEngine?: boolean;
  /** Hears of what nobody foresaw. */
  onFault: (error: unknown) => void;
}

/** Never throws, and takes no longer than a part may. What hung goes on by itself, and nobody waits for it. */
export async function looked<Facts>(look: Look<Facts>): Promise<Part<Facts>> {
  const { ask, judge = () => [], behindEngine = false, onFault } = look;
  const timer = new AbortController();
  const late = sleep(partMs, undefined, { signal: timer.signal });
  try {
    const answer = await Promise.race([ask().then((facts) => ({ facts })), late]);
    if (!answer) return without('hangs');
    const { facts } = answer;
    const troubles = judge(facts);
    return { state: stateOf(troubles), troubles, facts };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'failed') onFault(error);
    return without(trouble === 'engine-away' && behindEngine ? 'unseen' : trouble);
  } finally {
    late.catch(() => {});
    timer.abort();
  }
}

function without(trouble: Trouble): Part<never> {
  return { state: stateOf([trouble]), troubles: [trouble], facts: null };
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof EngineAway) return 'engine-away';
  if (error instanceof DatabaseAway) return 'database-away';
  return error instanceof StoreAway ? 'storage-away' : 'failed';
}
