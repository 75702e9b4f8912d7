// SOP 2: Admin Nasional verifies, identifies, disposes to an agency; or rejects (reading 11).
import type { Decision } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { bindingFor } from './binding.ts';

/** SOP 3: a report arrives at an agency; the whole limit runs from its first arrival there (reading 13). */
export function toAgency(t: Transition, entry: Entry, agency: Office): void {
  const c = t.next;
  c.path = { national: c.path.national, agency };
  t.enter(entry, 3, agency);
  if (c.wholeFor === agency.id) return;
  c.wholeFor = agency.id;
  t.start(entry, 'whole', `whole-${c.oversight ? 'oversight' : c.kind}`, agency.id);
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
