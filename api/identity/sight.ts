// What the statement that found out who asks has seen besides: most requests need no other before they do something.
import type { WhoAsks } from '../../db/people/who-asks.ts';

export interface Sight extends Pick<WhoAsks, 'rulesVersion' | 'found'> {
  /** Of the report that was looked for. */
  number: string | undefined;
  /** What was looked for under that key of the caller's. */
  answer: { key: string | undefined; kept: WhoAsks['kept'] };
  /** When, in milliseconds of the clock that is never set. */
  at: number;
}

/** What a body that is long in coming leaves of what was seen before it. */
const sightMs = 1_000;

/** Whether it still holds; else it is to be looked at again. */
export function isFresh(sight: Sight | undefined): sight is Sight {
  return sight !== undefined && performance.now() - sight.at < sightMs;
}
