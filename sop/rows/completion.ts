// reading 11: national and agency may ask the reporter to complete the report; the row's clock stands still meanwhile.
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';

/** Stops the row's clock and gives the reporter the policy's time. */
export function requestCompletion(t: Transition, d: Decision): void {
  const c = t.next;
  t.write('completion-requested', { reason: d.reason }, (entry) => {
    c.status = 'awaiting-completion';
    c.stopped = { clock: c.clocks.row ?? null, at: t.at };
    delete c.clocks.row;
    entry.pauses = c.visit;
    if (c.holder) t.start(entry, 'completion', 'completion', c.holder.id);
  });
}

/** The reporter completes it: on where it stood, with what remained of the limit. */
export function complete(t: Transition, d: Decision): void {
  const c = t.next;
  const stopped = c.stopped;
  t.write('completed', { text: d.text }, (entry) => {
    c.status = 'in-process';
    c.stopped = null;
    t.forget('completion');
    entry.resumes = c.visit;
    if (!c.holder) return;
    const before = stopped?.clock;
    const resumed = before &&
      stopped && { due: before.due, pausedAt: stopped.at, fired: before.fired, was: before.request };
    t.start(entry, 'row', `row-${c.step}`, c.holder.id, resumed ?? undefined);
  });
}
