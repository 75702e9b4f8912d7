// reading 16: a new decree or policy moves every open deadline; each move is an event with old, new and why.
import type { Calendar } from './calendar.ts';
import { type Case, system } from './case.ts';
import { type ClockName, clockNames } from './clock.ts';
import { dueOf } from './deadline.ts';
import type { Entry } from './entry.ts';
import type { Zone } from './offices.ts';
import type { Policy } from './policy.ts';
import { isEnd } from './terms.ts';
import { Transition } from './transition.ts';

/**
 * Asks for every running clock again, from when it began. Rungs that have fired stay fired (reading 15). Decides
 * nothing, so the revision stays. A stopped clock is asked for again when it goes on (reading 11).
 */
export function recompute(c: Case, why: string, at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  const running = clockNames.flatMap((name) => c.clocks[name] ?? []);
  if (!isEnd(c.status) && running.length > 0) {
    const moved = running.map(({ request, due }) => ({ clock: request.clock, old: due }));
    t.write('recomputed', { reason: why, moved }, (entry) => {
      for (const { request, fired } of running) {
        t.next.awaits[request.clock] = entry.seq;
        entry.requests.push({ ...request, fired });
      }
    });
  }
  return { next: t.next, entries: t.entries };
}

export interface Move {
  number: string;
  clock: ClockName;
  /** Whose clock it is. */
  officeId: string;
  /** ISO 8601 UTC. */
  old: string;
  new: string;
}

/** The deadlines of a case that another calendar or policy would move. */
export function movesOf(
  c: Case,
  { policy, calendar, zoneOf }: { policy: Policy; calendar: Calendar; zoneOf: (officeId: string) => Zone },
): Move[] {
  return clockNames.flatMap((name) => {
    const clock = c.clocks[name];
    if (!clock) return [];
    const { officeId } = clock.request;
    const due = dueOf(clock.request, { policy, calendar, zone: zoneOf(officeId) });
    return due === clock.due ? [] : [{ number: c.number, clock: name, officeId, old: clock.due, new: due }];
  });
}
