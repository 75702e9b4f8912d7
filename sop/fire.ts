// What a clock does when it comes due: alerts and climbs (readings 3, 15), and ends the report only where the SOP says so.
import { type Case, system } from './case.ts';
import { type ClockName, clockNames, nextRung, type Rung, type RungKind } from './clock.ts';
import type { Entry, EntryType, Recorded } from './entry.ts';
import { Transition } from './transition.ts';

const alerts: Record<Exclude<RungKind, 'act'>, EntryType> = {
  warn: 'warned',
  breach: 'breached',
  escalation: 'escalated',
};

/** The clock that wants attention next, with its rung; undefined when none does. */
export function nextDue(c: Case): { name: ClockName; rung: Rung } | undefined {
  let soonest: { name: ClockName; rung: Rung } | undefined;
  for (const name of clockNames) {
    const rung = nextRung(c.clocks[name]);
    if (rung && (!soonest || Date.parse(rung.at) < Date.parse(soonest.rung.at))) soonest = { name, rung };
  }
  return soonest;
}

/**
 * Fires the next rung of a clock at instant `at`. An alert decides nothing (reading 3); only row 11's limit closes
 * (reading 12) and the completion's limit withdraws (reading 11). A clock with no rung left changes nothing.
 */
export function fire(c: Case, name: ClockName, at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  const clock = c.clocks[name];
  const rung = nextRung(clock);
  if (!clock || !rung) return { next: t.next, entries: [] };
  if (rung.kind === 'act') {
    t.next.revision += 1;
    if (name === 'completion') t.write('withdrawn', {}, (entry) => t.end(entry, 'withdrawn'));
    else t.write('closed', {}, (entry) => t.end(entry, 'closed'));
  } else {
    // reading 17: a breach belongs to the office that held the report then; respon awal to the office that owes it.
    const charged =
      name === 'firstResponse' ? clock.request.officeId : (c.holder?.id ?? clock.request.officeId);
    const { kind, at: rungAt, officeIds } = rung;
    const alert = { clock: name, kind, due: clock.due, officeIds, charged, at: rungAt };
    t.write(alerts[rung.kind], { alert }, () => {
      t.next.clocks[name] = { ...clock, fired: clock.fired + 1 };
    });
  }
  return { next: t.next, entries: t.entries };
}

/** Takes over the clocks that were computed, where they are still the ones awaited; and the policy's numbers. */
export function attach(c: Case, recorded: Recorded): Case {
  const next = { ...c, rules: recorded.rules, clocks: { ...c.clocks }, awaits: { ...c.awaits } };
  for (const { seq, clock } of recorded.clocks) {
    const name = clock.request.clock;
    if (next.awaits[name] !== seq) continue;
    delete next.awaits[name];
    if (name === 'row' && next.stopped) next.stopped = { ...next.stopped, clock };
    else next.clocks[name] = clock;
  }
  return next;
}

/** The deadline that people see: the completion's while the reporter is asked, else the row's. ISO 8601 UTC or null. */
export function deadlineOfCase(c: Case): string | null {
  return c.clocks.completion?.due ?? c.clocks.row?.due ?? null;
}
