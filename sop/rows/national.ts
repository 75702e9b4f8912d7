// SOP 2: Admin Nasional verifies, identifies, disposes to an agency; or rejects (reading 11).
import type { Decision } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { bindingFor } from './binding.ts';
import { arriveWhole } from './whole.ts';

/** SOP 3: a report arrives at an agency, whose whole limit runs from the first time on (reading 13). */
export function toAgency(t: Transition, entry: Entry, agency: Office): void {
  const c = t.next;
  c.path = { national: c.path.national, agency };
  t.enter(entry, 3, agency);
  arriveWhole(t, entry, agency);
}

/** SOP 2. */
export function row2(t: Transition, d: Decision): void {
  const c = t.next;
  if (d.action === 'dispose' && d.target) {
    const agency = d.target;
    const binding = bindingFor(c, agency);
    t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) =>
      toAgency(t, entry, agency),
    );
  }
  // reading 11: never silently; the reporter is told the reason.
  if (d.action === 'reject') {
    const { reason, duplicateOf } = d;
    t.write('rejected', { reason, ...(duplicateOf && { duplicateOf }) }, (entry) => t.end(entry, 'rejected'));
  }
}
