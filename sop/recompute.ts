// reading 16: a new decree or policy moves every open deadline; each move is an event with old, new and why.
import type { Calendar } from './time/calendar.ts';
import { type Actor, type Case, isOver, system, type Whole } from './case.ts';
import { askAgain, type Clock, type ClockRequest, firedBefore, isBreach } from './time/clock.ts';
import { reckon } from './time/deadline.ts';
import type { Entry, Recorded, Undone } from './entry.ts';
import type { Zone } from './offices.ts';
import type { Policy } from './policy/policy.ts';
import { type ClockName, clockNames, limitKindOf } from './terms.ts';
import { given, Transition } from './transition.ts';

/**
 * A clock as it is: of a row also while the reporter completes the report (reading 11), of respon awal while they may object
 * to its rejection (22). Those stand still, and what is past by then counts.
 */
function clockOf(
  { clocks, stopped, rejection }: Case,
  name: ClockName,
): { clock: Clock; still?: string } | undefined {
  const still = name === 'row' ? stopped : name === 'firstResponse' && rejection;
  const clock = still ? ('clock' in still ? still.clock : still.firstResponse) : clocks[name];
  return clock ? { clock, ...(still && { still: still.at }) } : undefined;
}

/** reading 29: a row's limit by kind; until 0.2.0 a request did not say which. */
function byKind(c: Case, request: ClockRequest): ClockRequest {
  return request.clock === 'row' ? { ...request, kind: limitKindOf(c) } : request;
}

/** Whole limits at rest: while the reporter completes or after the answer, and of agencies that the report left (reading 13). */
function restingWholes({ wholes = {}, wholeFor, wholeStopped }: Case): Whole[] {
  return Object.entries(wholes).flatMap(([id, whole]) => (id === wholeFor && !wholeStopped ? [] : [whole]));
}

interface Running {
  clock: Clock;
  /** From when it is watched anew: one that stands still, from when it stopped. */
  begins: string;
}

/** Every clock that runs, and those that stand still. */
export function runningClocks(c: Case, at: string): Running[] {
  return clockNames.flatMap((name) => {
    const known = clockOf(c, name);
    return known ? [{ clock: known.clock, begins: known.still ?? at }] : [];
  });
}

/** Has the entry ask for these clocks again, and for the whole limits at rest. */
export function askForAll(t: Transition, entry: Entry, running: readonly Running[]): void {
  const c = t.next;
  for (const { clock, begins } of running) {
    c.awaits[clock.request.clock] = entry.seq;
    entry.requests.push({ ...byKind(c, askAgain(clock)), begins });
  }
  for (const { request } of restingWholes(c)) {
    entry.requests.push({ ...request, begins: c.wholeStopped ?? t.at });
  }
}

/**
 * Asks for every clock again, from when it began, those that stand still too. A rung that has fired stays fired unless it
 * lies ahead by the new deadline (readings 15, 16). Decides nothing, so the revision stays. `by`: who says why.
 */
export function recompute(
  c: Case,
  why: string,
  at: string,
  by: Actor = system,
): { next: Case; entries: Entry[] } {
  const t = new Transition(c, by, at);
  const running = runningClocks(c, at);
  if (!isOver(c) && running.length > 0) {
    const moved = running.map(({ clock: { request, due } }) => ({ clock: request.clock, old: due }));
    t.write('recomputed', { reason: why, moved }, (entry) => askForAll(t, entry, running));
  }
  return { next: t.next, entries: t.entries };
}

/**
 * The breaches that the clocks just computed undo: recorded before, and ahead by the new deadline (reading 16). Not those
 * of a report that moved to the successor of an office: breaches stay with the old (reading 27). `entries` asked for them.
 */
export function undoneBy({ clocks }: Recorded, entries: readonly Entry[]): Undone[] {
  const handed = new Set(entries.flatMap(({ type, seq }) => (type === 'succeeded' ? [seq] : [])));
  return clocks.flatMap(({ seq: asked, clock: { request, rungs, fired, due } }) => {
    if (handed.has(asked)) return [];
    const place = rungs.findIndex(isBreach);
    if (request.corrected || firedBefore(request) <= place || fired > place) return [];
    return [given({ clock: request.clock, due: request.old ?? due, seq: request.breach })];
  });
}

/** Writes down which breaches a decree undid (reading 16). Decides nothing. */
export function unbreach(c: Case, undone: Undone[], at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  for (const one of undone) t.write('unbreached', { undone: one });
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
  /** Of the new one (reading 30). */
  provisional: boolean;
}

/** By which zone and calendar an office reckons (readings 16, 29). */
export type ReckonedAt = (officeId: string) => { zone: Zone; calendar: Calendar };

/** The deadlines of a case that another calendar or policy would move. */
export function movesOf(c: Case, policy: Policy, at: ReckonedAt): Move[] {
  const running = clockNames.flatMap((name) => clockOf(c, name)?.clock ?? []);
  const known = [...running, ...restingWholes(c)];
  return known.flatMap(({ request, due }) => moveOf(c.number, byKind(c, request), due, policy, at));
}

/** The deadlines that run which a decision would move (readings 19, 25); `entries`: what it would write. */
export function movesByEntries(
  { number, clocks }: Case,
  entries: readonly Entry[],
  policy: Policy,
  at: ReckonedAt,
): Move[] {
  return entries.flatMap(({ requests }) =>
    requests.flatMap((request) => {
      const runs = clocks[request.clock];
      if (runs?.request.officeId !== request.officeId) return [];
      return moveOf(number, request, runs.due, policy, at);
    }),
  );
}

function moveOf(
  number: string,
  request: ClockRequest,
  old: string | undefined,
  policy: Policy,
  at: ReckonedAt,
): Move[] {
  const { clock, officeId } = request;
  const { due, provisional } = reckon(request, { policy, ...at(officeId) });
  return old === undefined || due === old ? [] : [{ number, clock, officeId, old, new: due, provisional }];
}
