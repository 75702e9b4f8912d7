// SOP 6–8: Admin Eselon 1 receives, gives the first response, verifies, answers or disposes to a UPT.
import type { Decision } from '../case.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { answer } from './answer.ts';
import { bindingFor } from './binding.ts';

/** SOP 6. Responding before receiving also receives (reading 5). */
export function row6(t: Transition, d: Decision): void {
  t.write('received', {}, (entry) => t.enter(entry, 7, t.next.holder));
  if (d.action === 'respond') respond(t, d);
}

/** SOP 7, three ways: ours → 8; a UPT's → 9; neither → back to row 4 of the agency (readings 8, 10). */
export function row7(t: Transition, d: Decision): void {
  const c = t.next;
  if (d.action === 'respond') respond(t, d);
  if (d.action === 'accept') {
    t.write('accepted', {}, (entry) => t.enter(entry, 8, c.holder));
    if (d.target) toUpt(t, d, d.target);
  }
  if (d.action === 'dispose' && d.target) toUpt(t, d, d.target);
  if (d.action === 'return' && c.path.agency) {
    const { national, agency } = c.path;
    c.returns.echelon1 += 1;
    t.write('returned', { reason: d.reason }, (entry) => {
      c.path = { national, agency };
      t.forget('firstResponse');
      t.enter(entry, 4, agency);
    });
  }
}

/** SOP 8, two ways: a substantive answer, or a UPT's after all (reading 6). */
export function row8(t: Transition, d: Decision): void {
  if (d.action === 'respond') respond(t, d);
  if (d.action === 'answer') answer(t, d, 8);
  if (d.action === 'dispose' && d.target) toUpt(t, d, d.target);
}

/** reading 5: respon awal, owed by the Eselon 1 office; open until the answer, also while a UPT holds the report. */
export function respond(t: Transition, d: Decision): void {
  t.write('responded', { text: d.text }, () => {
    t.next.firstResponseGiven = true;
    t.forget('firstResponse');
  });
}

/** SOP 7 or 8 → 9. */
function toUpt(t: Transition, d: Decision, upt: Office): void {
  const c = t.next;
  const binding = bindingFor(c, upt);
  t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) => {
    c.path = { ...c.path, upt };
    t.enter(entry, 9, upt);
  });
}
