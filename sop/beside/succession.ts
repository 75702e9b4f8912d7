// reading 27: an office ends, and what it holds, is on the path of, owes or may recall becomes its successor's.
import { type Case, isLimitMissed, isOver, system } from '../case.ts';
import type { Entry } from '../entry.ts';
import { breachNow, missedUnsaid } from '../fire.ts';
import type { Office } from '../offices.ts';
import { askForAll, runningClocks } from '../recompute.ts';
import type { Clock, ClockRequest } from '../time/clock.ts';
import { Transition } from '../transition.ts';

/** An office that ends, and who takes over. */
export interface Succession {
  officeId: string;
  /** As the tree has it now; of the same level. */
  successor: Office;
  why: string;
}

/** Every office that the case still counts with: its holder, its path, whose limits run or rest, whom they alert. */
export function officesOf(c: Case): string[] {
  const { holder, path, wholeFor, wholes = {}, clocks, stopped, rejection, firstResponseOwed } = c;
  const ids = [
    ...[holder, rejection?.office, ...Object.values(path)].flatMap((office) =>
      office ? [office.id, office.parentId] : [],
    ),
    wholeFor,
    firstResponseOwed?.officeId,
    ...Object.entries(wholes).flatMap(([id, { request }]) => [id, request.officeId]),
    ...[...Object.values(clocks), stopped?.clock, rejection?.firstResponse].flatMap((clock) =>
      clock ? [clock.request.officeId, ...clock.rungs.flatMap(({ officeIds }) => officeIds)] : [],
    ),
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** Whether the report is still to be moved from that office. */
export function isConcerned(c: Case, officeId: string): boolean {
  return !isOver(c) && officesOf(c).includes(officeId);
}

/**
 * Puts the successor wherever the office stands, and asks for every clock again, from when it began: its zone and the
 * offices above may be others. If the office holds the report its visit ends here, and the successor's begins at the same
 * row, with the same limit. What was missed until now stays the old office's, also when no alert has said so yet (17, 31).
 * Again, or of a report that the office has no part in, nothing is written.
 */
export function succeed(
  c: Case,
  { officeId, successor, why }: Succession,
  at: string,
): { next: Case; entries: Entry[] } {
  if (!isConcerned(c, officeId)) return { next: c, entries: [] };
  const said: Entry[] = [];
  let before = c;
  for (const name of missedUnsaid(c, at)) {
    const breach = breachNow(before, name, at);
    before = breach.next;
    said.push(...breach.entries);
  }
  const held = before.holder?.id === officeId;
  const missed = held && isLimitMissed(before, at);
  const t = new Transition(inPlaceOf(before, officeId, successor), system, at);
  const running = runningClocks(t.next, at);
  const moved = running.map(({ clock: { request, due } }) => ({ clock: request.clock, old: due }));
  // Who decides has seen another holder; where it is on the path only, nothing that is open to others changes.
  if (held) t.next.revision += 1;
  t.write('succeeded', { from: officeId, to: successor.id, reason: why, moved }, (entry) => {
    const now = t.next;
    if (held) {
      entry.ends = now.visit;
      now.visit += 1;
      entry.opens = { visit: now.visit, step: now.step, officeId: successor.id };
      if (now.status === 'awaiting-completion') entry.pauses = now.visit;
      now.stay = { completions: 0, ...now.stay, missed };
    }
    askForAll(t, entry, running);
  });
  return { next: t.next, entries: [...said, ...t.entries] };
}

/** The case with the one office in the other's place; its clocks keep their deadlines until they are reckoned anew. */
function inPlaceOf(c: Case, officeId: string, successor: Office): Case {
  const idOf = (id: string) => (id === officeId ? successor.id : id);
  const office = <T extends Office | null>(one: T): T | Office => {
    if (!one) return one;
    return one.id === officeId ? successor : { ...one, parentId: one.parentId && idOf(one.parentId) };
  };
  const ask = (request: ClockRequest): ClockRequest => {
    const { resumed } = request;
    return {
      ...request,
      officeId: idOf(request.officeId),
      ...(resumed && { resumed: { ...resumed, ...(resumed.was && { was: ask(resumed.was) }) } }),
    };
  };
  const clockOf = (clock: Clock): Clock => ({
    ...clock,
    request: ask(clock.request),
    rungs: clock.rungs.map((rung) => ({ ...rung, officeIds: rung.officeIds.map(idOf) })),
  });
  const each = <T extends object>(some: T, change: (one: NonNullable<T[keyof T]>) => unknown): T =>
    Object.fromEntries(
      Object.entries(some).map(([name, one]) => [name, one && change(one as NonNullable<T[keyof T]>)]),
    ) as T;
  const { wholes, stopped, rejection, firstResponseOwed } = c;
  return {
    ...c,
    holder: office(c.holder),
    path: each(c.path, office),
    wholeFor: c.wholeFor && idOf(c.wholeFor),
    clocks: each(c.clocks, clockOf),
    ...(firstResponseOwed && { firstResponseOwed: ask(firstResponseOwed) }),
    ...(wholes && { wholes: wholesOf({ wholes, wholeFor: c.wholeFor }, officeId, idOf, ask) }),
    ...(rejection && {
      rejection: {
        ...rejection,
        office: office(rejection.office),
        ...(rejection.firstResponse && { firstResponse: clockOf(rejection.firstResponse) }),
      },
    }),
    stopped: stopped && { ...stopped, clock: stopped.clock && clockOf(stopped.clock) },
  };
}

/** reading 13: one whole limit an agency; of two that become one, that of the agency whose limit rings goes on, else the earlier. */
function wholesOf(
  { wholes, wholeFor }: Required<Pick<Case, 'wholes' | 'wholeFor'>>,
  officeId: string,
  idOf: (id: string) => string,
  ask: (request: ClockRequest) => ClockRequest,
): Required<Case>['wholes'] {
  const rank = ([id, { request }]: [string, { request: ClockRequest }]) =>
    id === wholeFor ? 0 : Date.parse(request.from);
  const known = Object.entries(wholes);
  const own = known.find(([id]) => id === officeId);
  const theirs = known.find(([id]) => id === idOf(officeId));
  const dropped = own && theirs ? (rank(own) <= rank(theirs) ? theirs : own) : undefined;
  return Object.fromEntries(
    known
      .filter((one) => one !== dropped)
      .map(([id, whole]) => [idOf(id), { ...whole, request: ask(whole.request) }]),
  );
}
