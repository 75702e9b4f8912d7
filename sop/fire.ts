// What a clock does when it comes due: alerts and climbs (readings 3, 15), and ends the report only where the SOP says so.
import { type Case, system } from './case.ts';
import { type ClockName, clockNames } from './terms.ts';
import { type Clock, type Rung, type RungKind, isBreach, limitEnds, nextRung } from './time/clock.ts';
import type { Alert, Entry, EntryType } from './entry.ts';
import { always } from './rows/moves.ts';
import { Transition } from './transition.ts';

const alerts: Record<Exclude<RungKind, 'act'>, EntryType> = {
  warn: 'warned',
  breach: 'breached',
  escalation: 'escalated',
};

/** A clock that wants attention, the rung that it does for, and its deadline. */
export interface Due {
  name: ClockName;
  rung: Rung;
  due: string;
}

/** The clock that wants attention next; undefined when none does. */
export function nextDue(c: Case): Due | undefined {
  let soonest: Due | undefined;
  for (const name of clockNames) {
    const clock = c.clocks[name];
    const rung = nextRung(clock);
    if (clock && rung && (!soonest || Date.parse(rung.at) < Date.parse(soonest.rung.at)))
      soonest = { name, rung, due: clock.due };
  }
  return soonest;
}

/**
 * Fires the next rung of a clock at instant `at`. An alert decides nothing (reading 3); only row 11's limit closes
 * (reading 12), the completion's limit withdraws (reading 11), and a rejection becomes final (22). A clock with no rung left changes nothing.
 */
export function fire(c: Case, name: ClockName, at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  const clock = c.clocks[name];
  const rung = nextRung(clock);
  if (!clock || !rung) return { next: t.next, entries: [] };
  if (rung.kind === 'act') {
    t.next.revision += 1;
    const end = always(limitEnds(clock.request));
    const type = end === 'rejected' ? 'rejection-final' : end;
    t.write(type, {}, (entry) => t.end(entry, end));
  } else {
    const { fired, skipped = 0, ...rest } = clock;
    const missed = rung.kind === 'escalation' && clock.rungs.slice(fired - skipped, fired).some(isBreach);
    const alert: Alert = {
      clock: name,
      kind: rung.kind,
      due: clock.due,
      officeIds: toldOf(c, clock, rung),
      charged: chargedOf(c, clock),
      at: rung.at,
      ...(missed && { missed }),
    };
    t.write(alerts[rung.kind], { alert }, (entry) => {
      const breach = missed || isBreach(rung) ? { breach: entry.seq } : {};
      t.next.clocks[name] = { ...rest, ...breach, fired: fired + 1 };
    });
  }
  return { next: t.next, entries: t.entries };
}

/**
 * reading 31: limits that are missed by the exact deadline though their alert is still to go out. What ends or moves such a
 * clock has the breach written first, for the record, the office that missed it (17), and whom it alerts.
 */
export function missedUnsaid(c: Case, at: string): ClockName[] {
  return clockNames.filter((name) => {
    const clock = c.clocks[name];
    const breach = clock?.rungs[placeOfBreach(clock)];
    // Of a limit that is not spread the breach is due at its deadline, and rings as ever.
    if (!clock || !breach || placeOfBreach(clock) < clock.fired) return false;
    return Date.parse(clock.due) < Date.parse(at) && Date.parse(at) < Date.parse(breach.at);
  });
}

/** The breach of such a clock, at once; a warning that did not go out either is passed over (reading 15). */
export function breachNow(c: Case, name: ClockName, at: string): { next: Case; entries: Entry[] } {
  const clock = always(c.clocks[name]);
  const passed = { ...clock, fired: placeOfBreach(clock) };
  return fire({ ...c, clocks: { ...c.clocks, [name]: passed } }, name, at);
}

function placeOfBreach({ rungs }: Clock): number {
  return rungs.findIndex(isBreach);
}

/**
 * reading 15: the rung's offices; of the whole limit the holder of the moment besides. reading 13: while national holds
 * the report, that limit rings to national alone.
 */
function toldOf({ holder }: Case, { request }: Clock, { officeIds }: Rung): string[] {
  if (request.clock !== 'whole' || !holder) return officeIds;
  if (holder.level === 'national') return [holder.id];
  return [...new Set([holder.id, ...officeIds])];
}

/** reading 17: a breach belongs to the office that held the report then; respon awal to the office that owes it. */
function chargedOf({ holder }: Case, { request }: Clock): string {
  return request.clock === 'firstResponse' ? request.officeId : (holder?.id ?? request.officeId);
}
