// SOP 9–10: Admin UPT receives and answers, or returns to its Eselon 1 unit (reading 9), which may respond meanwhile (reading 5).
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';
import { answer } from './answer.ts';
import { always, type Moves } from './moves.ts';
import { respond } from './respond.ts';

export const row9 = {
  receive: (t) => t.write('received', {}, (entry) => t.enter(entry, 10, t.next.holder)),
  return: returnUp,
  respond,
} satisfies Moves<9>;

export const row10 = {
  answer: (t, d) => answer(t, d, 10),
  return: returnUp,
  respond,
} satisfies Moves<10>;

/** reading 9: UPT → Eselon 1, landing at row 7. */
function returnUp(t: Transition, d: Decision): void {
  const c = t.next;
  const { upt: _, ...path } = c.path;
  const above = always(path.echelon1);
  c.returns.upt += 1;
  t.write('returned', { reason: d.reason }, (entry) => {
    c.path = path;
    t.enter(entry, 7, above);
  });
}
