// SOP 9–10: Admin UPT receives and answers, or returns to its Eselon 1 unit (reading 9), which may respond meanwhile (reading 5).
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';
import { answer } from '../decisions/answer.ts';
import { backTo } from '../decisions/back-to.ts';
import { requestCompletion } from '../decisions/completion.ts';
import { correct, extend } from '../decisions/correct.ts';
import type { Moves } from './moves.ts';
import { recall } from '../decisions/recall.ts';
import { respond } from '../decisions/respond.ts';
import { words } from '../decisions/words.ts';

export const row9 = {
  receive: (t) => t.write('received', {}, (entry) => t.enter(entry, 10, t.next.holder)),
  return: returnUp,
  respond,
  recall,
  ...words,
} satisfies Moves<9>;

export const row10 = {
  answer: (t, d) => answer(t, d, 10),
  return: returnUp,
  respond,
  'request-completion': requestCompletion,
  correct,
  extend,
  recall,
  ...words,
} satisfies Moves<10>;

/** reading 9: UPT → Eselon 1, landing at row 7. */
function returnUp(t: Transition, d: Decision): void {
  t.next.returns.upt += 1;
  t.write('returned', { reason: d.reason }, (entry) => backTo(t, entry, 'echelon1'));
}
