// Clocks come back from the record: reckoned by the calendar and policy in force, they begin to run.
import type { Case } from './case.ts';
import type { Recorded } from './entry.ts';
import { askAgain, type Clock } from './time/clock.ts';

/** Takes over the clocks that were computed, where they are still the ones awaited; and the policy's numbers. */
export function attach(c: Case, recorded: Recorded): Case {
  const next = { ...c, rules: recorded.rules, clocks: { ...c.clocks }, awaits: { ...c.awaits } };
  for (const { seq, clock } of recorded.clocks) {
    const name = clock.request.clock;
    const wholes = name === 'whole' ? reckoned(next, clock) : undefined;
    if (wholes) next.wholes = wholes;
    if (next.awaits[name] !== seq) continue;
    delete next.awaits[name];
    if (name === 'row' && next.stopped) next.stopped = { ...next.stopped, clock };
    else if (name === 'firstResponse' && next.rejection)
      next.rejection = { ...next.rejection, firstResponse: clock };
    else next.clocks[name] = clock;
  }
  return next;
}

/** A whole limit at rest that a decree moved (reading 16) keeps what became of it. */
function reckoned({ wholes, wholeFor, wholeStopped }: Case, clock: Clock) {
  const { officeId } = clock.request;
  const known = wholes?.[officeId];
  if (!known || (officeId === wholeFor && !wholeStopped)) return wholes;
  const request = askAgain({ ...clock, request: known.request });
  return { ...wholes, [officeId]: { request, due: clock.due } };
}
