// SOP 3–5: Admin Instansi receives, verifies, returns what is not its own, disposes to an Eselon 1 unit.
import type { Decision } from '../case.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { backTo } from '../decisions/back-to.ts';
import { bindingFor } from '../decisions/binding.ts';
import { requestCompletion } from '../decisions/completion.ts';
import { correct } from '../decisions/correct.ts';
import { type Moves, targetOf } from './moves.ts';
import { recall } from '../decisions/recall.ts';
import { owedFromUnit, respond } from '../decisions/respond.ts';
import { reject } from '../decisions/reject.ts';
import { words } from '../decisions/words.ts';

export const row3 = {
  receive: (t) => t.write('received', {}, (entry) => t.enter(entry, 4, t.next.holder)),
  recall,
  ...words,
} satisfies Moves<3>;

export const row4 = {
  /** YES: to row 5, in one action with the disposition if a target is named (reading 4). */
  accept(t, d) {
    t.write('accepted', {}, (entry) => t.enter(entry, 5, t.next.holder));
    if (d.target) toEchelon1(t, d, d.target);
  },
  /** NO: back to row 2 (readings 8, 10). */
  return(t, d) {
    t.next.returns.agency += 1;
    t.write('returned', { reason: d.reason }, (entry) => backTo(t, entry, 'national'));
  },
  reject,
  respond,
  'request-completion': requestCompletion,
  correct,
  recall,
  ...words,
} satisfies Moves<4>;

export const row5 = {
  dispose: (t, d) => toEchelon1(t, d, targetOf(d)),
  respond,
  'request-completion': requestCompletion,
  recall,
  ...words,
} satisfies Moves<5>;

/** SOP 5 → 6; respon awal is owed from the arrival (reading 5). */
function toEchelon1(t: Transition, d: Decision, echelon1: Office): void {
  const c = t.next;
  const binding = bindingFor(c, echelon1);
  t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) => {
    c.path = { national: c.path.national, ...(c.path.agency && { agency: c.path.agency }), echelon1 };
    t.enter(entry, 6, echelon1);
    owedFromUnit(t, entry, echelon1);
  });
}
