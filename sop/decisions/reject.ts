// readings 11, 21, 22: a report is rejected, never silently, and its reporter may object: then it comes back where it was rejected.
import { type Case, type DecidingStep, objectionTo, system } from '../case.ts';
import type { Entry } from '../entry.ts';
import { always, type Moves, type Take } from '../rows/moves.ts';
import { askAgain } from '../time/clock.ts';
import { given, Transition } from '../transition.ts';
import { resumeWhole, stopWhole } from './whole.ts';
import { confidentiality, words } from './words.ts';

/** As a duplicate it stays until its original has ended (21); else the reporter has the policy's time, and once objected to it is final (22). */
export const reject: Take = (t, { reason, duplicateOf }, { rejectionEnds }) => {
  const c = t.next;
  const isFinal = duplicateOf === undefined && c.rejectionsObjected?.includes('rejection');
  t.write('rejected', { reason, duplicateOf }, (entry) => {
    if (rejectionEnds || isFinal) t.end(entry, 'rejected');
    else standOpen(t, entry, duplicateOf);
  });
};

function standOpen(t: Transition, entry: Entry, original: string | undefined): void {
  const c = t.next;
  const office = always(c.holder);
  const { firstResponse } = c.clocks;
  entry.ends = c.visit;
  entry.to = null;
  c.status = 'rejected';
  c.holder = null;
  c.rejection = given({ step: c.step as DecidingStep, office, at: t.at, original, firstResponse });
  // Where it is still to be reckoned, it comes to stand still then.
  delete c.clocks.firstResponse;
  t.forget('row');
  stopWhole(t);
  if (original === undefined) t.start(entry, { clock: 'rejection' }, office.id);
}

/** Back to the row where it was rejected, with a fresh limit; what stood still goes on with what remained. */
const objection: Take = (t, d) => {
  const c = t.next;
  const { step, office, at, firstResponse } = always(c.rejection);
  const spent = always(objectionTo(c));
  t.write('objected', { text: d.text }, (entry) => {
    c.rejectionsObjected = [...(c.rejectionsObjected ?? []), spent];
    c.status = 'in-process';
    t.forget('rejection');
    t.enter(entry, step, office);
    delete c.rejection;
    resumeWhole(t, entry);
    if (!firstResponse) return;
    const { pauses = [], ...request } = askAgain(firstResponse);
    const goesOn = { ...request, pauses: [...pauses, { from: at, to: t.at }], begins: t.at };
    if (c.firstResponseOwed) c.firstResponseOwed = goesOn;
    t.ask(entry, goesOn);
  });
};

export const whileRejected = {
  message: words.message,
  confidentiality,
  objection,
} satisfies Moves<'rejected'>;

/** What the record knows of the report that a duplicate repeats. */
export interface Original {
  number: string;
  /** ISO 8601 UTC, or null: it is open. */
  endedAt: string | null;
}

/**
 * What became of the original that the reporter of a duplicate follows (reading 21): it is a duplicate itself, so that
 * another one is followed; or it has ended, and the time to object runs, from then or from the rejection if that is later.
 * Said again, or of a report that follows none, nothing is written.
 */
export function follow(c: Case, original: Original, at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  const rejection = c.rejection;
  if (rejection?.original === undefined) return { next: c, entries: [] };
  if (original.number !== rejection.original) {
    t.write('followed', { duplicateOf: original.number }, () => {
      t.next.rejection = { ...rejection, original: original.number };
    });
  }
  const runs = c.clocks.rejection ?? c.awaits.rejection;
  if (original.endedAt !== null && runs === undefined) {
    const from = original.endedAt > rejection.at ? original.endedAt : rejection.at;
    t.write('original-ended', { duplicateOf: original.number }, (entry) =>
      t.ask(entry, { clock: 'rejection', officeId: rejection.office.id, from, begins: at }),
    );
  }
  return { next: t.next, entries: t.entries };
}
