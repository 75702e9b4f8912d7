// SOP 3–5: Admin Instansi receives, verifies, returns what is not its own, disposes to an Eselon 1 unit.
import type { Decision } from '../case.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { bindingFor } from './binding.ts';

/** SOP 3. */
export function row3(t: Transition, d: Decision): void {
  if (d.action === 'receive') t.write('received', {}, (entry) => t.enter(entry, 4, t.next.holder));
}

/** SOP 4. NO goes back to row 2 (readings 8, 10); YES to row 5, in one action with the disposition if a target is named (reading 4). */
export function row4(t: Transition, d: Decision): void {
  const c = t.next;
  if (d.action === 'return') {
    c.returns.agency += 1;
    t.write('returned', { reason: d.reason }, (entry) => {
      c.path = { national: c.path.national };
      t.enter(entry, 2, c.path.national);
    });
  }
  if (d.action === 'accept') {
    t.write('accepted', {}, (entry) => t.enter(entry, 5, c.holder));
    if (d.target) toEchelon1(t, d, d.target);
  }
}

/** SOP 5. */
export function row5(t: Transition, d: Decision): void {
  if (d.action === 'dispose' && d.target) toEchelon1(t, d, d.target);
}

/** SOP 5 → 6; respon awal is owed from the arrival (reading 5). */
function toEchelon1(t: Transition, d: Decision, echelon1: Office): void {
  const c = t.next;
  const binding = bindingFor(c, echelon1);
  t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) => {
    c.path = { national: c.path.national, ...(c.path.agency && { agency: c.path.agency }), echelon1 };
    t.enter(entry, 6, echelon1);
    if (!c.firstResponseGiven) t.start(entry, 'firstResponse', 'first-response', echelon1.id);
  });
}
