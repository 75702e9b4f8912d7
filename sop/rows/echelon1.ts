// SOP 6–8: Admin Eselon 1 receives, gives the first response, verifies, answers or disposes to a UPT.
import type { Decision } from '../case.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { answer } from '../decisions/answer.ts';
import { backTo } from '../decisions/back-to.ts';
import { bindingFor } from '../decisions/binding.ts';
import { requestCompletion } from '../decisions/completion.ts';
import { correct, extend } from '../decisions/correct.ts';
import { type Moves, type Take, targetOf } from './moves.ts';
import { recall } from '../decisions/recall.ts';
import { respond } from '../decisions/respond.ts';
import { reject } from '../decisions/reject.ts';
import { words } from '../decisions/words.ts';

const receive: Take = (t) => t.write('received', {}, (entry) => t.enter(entry, 7, t.next.holder));

export const row6 = {
  receive,
  /** Responding before receiving also receives (reading 5). */
  respond(t, d, around) {
    receive(t, d, around);
    respond(t, d);
  },
  recall,
  ...words,
} satisfies Moves<6>;

/** Three ways: ours → 8; a UPT's → 9; neither → back to row 4 of the agency (readings 8, 10). */
export const row7 = {
  accept(t, d) {
    t.write('accepted', {}, (entry) => t.enter(entry, 8, t.next.holder));
    if (d.target) toUpt(t, d, d.target);
  },
  dispose: (t, d) => toUpt(t, d, targetOf(d)),
  return(t, d) {
    t.next.returns.echelon1 += 1;
    t.write('returned', { reason: d.reason }, (entry) => backTo(t, entry, 'agency'));
  },
  reject,
  respond,
  'request-completion': requestCompletion,
  correct,
  recall,
  ...words,
} satisfies Moves<7>;

/** Two ways: a substantive answer, or a UPT's after all (reading 6). */
export const row8 = {
  answer: (t, d) => answer(t, d, 8),
  dispose: (t, d) => toUpt(t, d, targetOf(d)),
  respond,
  'request-completion': requestCompletion,
  correct,
  extend,
  recall,
  ...words,
} satisfies Moves<8>;

/** SOP 7 or 8 → 9. */
function toUpt(t: Transition, d: Decision, upt: Office): void {
  const c = t.next;
  const binding = bindingFor(c, upt);
  t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) => {
    c.path = { ...c.path, upt };
    t.enter(entry, 9, upt);
  });
}
