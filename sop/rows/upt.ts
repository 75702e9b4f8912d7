// SOP 9–10: Admin UPT receives and answers, or returns to its Eselon 1 unit (reading 9).
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';
import { answer } from './answer.ts';
import { respond } from './echelon1.ts';

/** SOP 9. */
export function row9(t: Transition, d: Decision): void {
  if (d.action === 'receive') t.write('received', {}, (entry) => t.enter(entry, 10, t.next.holder));
  else returnOrRespond(t, d);
}

/** SOP 10. */
export function row10(t: Transition, d: Decision): void {
  if (d.action === 'answer') answer(t, d, 10);
  else returnOrRespond(t, d);
}

/** reading 9: UPT → Eselon 1, landing at row 7. reading 5: meanwhile the Eselon 1 office may respond. */
function returnOrRespond(t: Transition, d: Decision): void {
  const c = t.next;
  if (d.action === 'respond') respond(t, d);
  const { upt: _, ...path } = c.path;
  const above = path.echelon1;
  if (d.action !== 'return' || !above) return;
  c.returns.upt += 1;
  t.write('returned', { reason: d.reason }, (entry) => {
    c.path = path;
    t.enter(entry, 7, above);
  });
}
