// readings 11, 20: the holder of a deciding row may ask the reporter to complete the report; its limits stand still meanwhile.
import type { Decision } from '../case.ts';
import { askAgain } from '../time/clock.ts';
import type { Transition } from '../transition.ts';
import { always, type Around, type Moves } from '../rows/moves.ts';
import { respond } from './respond.ts';
import { resumeWhole, stopWhole } from './whole.ts';
import { words } from './words.ts';
import { limitKindOf } from '../terms.ts';

/**
 * Without a confirmed contact the reporter's time runs once it is on record how they were told: with the request, or by
 * `told`. Stops the clocks of the row and the whole (reading 13) and gives the reporter the policy's time.
 */
export function requestCompletion(t: Transition, d: Decision, { wholeRuns }: Around): void {
  const c = t.next;
  const untold = d.contactConfirmed === false && !d.text;
  t.write('completion-requested', { reason: d.reason, ...(d.text && { text: d.text }) }, (entry) => {
    c.status = 'awaiting-completion';
    c.stay = { missed: false, ...c.stay, completions: (c.stay?.completions ?? 0) + 1 };
    c.stopped = { clock: c.clocks.row ?? null, at: t.at, ...(untold && { untold }) };
    delete c.clocks.row;
    entry.pauses = c.visit;
    if (!wholeRuns) stopWhole(t);
    if (!untold) t.start(entry, { clock: 'completion' }, always(c.holder).id);
  });
}

/** The holder records how the reporter was told; their time runs from now. */
function told(t: Transition, d: Decision): void {
  const { clock, at } = always(t.next.stopped);
  t.write('told', { text: d.text }, (entry) => {
    t.next.stopped = { clock, at };
    t.start(entry, { clock: 'completion' }, always(t.next.holder).id);
  });
}

/** The reporter completes it: on where it stood, with what remained of the limits. */
function complete(t: Transition, d: Decision): void {
  const c = t.next;
  const stopped = always(c.stopped);
  t.write('completed', { text: d.text }, (entry) => {
    c.status = 'in-process';
    c.stopped = null;
    t.forget('completion');
    entry.resumes = c.visit;
    if (stopped.clock) {
      const { pauses = [], ...request } = askAgain(stopped.clock);
      const pause = { from: stopped.at, to: t.at };
      t.ask(entry, { ...request, pauses: [...pauses, pause], begins: t.at });
    } else t.start(entry, { clock: 'row', step: c.step, kind: limitKindOf(c) }, always(c.holder).id);
    resumeWhole(t, entry);
  });
}

export const whileWaiting = { told, completion: complete, respond, ...words } satisfies Moves<'waiting'>;
