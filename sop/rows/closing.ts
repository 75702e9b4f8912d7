// SOP 11: finished, waiting for the system to close it (reading 12).
import type { Decision } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import type { Case } from '../case.ts';
import { resumeWhole } from './whole.ts';

/** The office that gave the substantive answer. */
export function answeringOffice(c: Case): Office | undefined {
  return c.answeredAt === 10 ? c.path.upt : c.path.echelon1;
}

/** SOP 11: a word restarts the 10 hari kerja, an objection goes back to the answering row, a confirmation closes. */
export function row11(t: Transition, d: Decision): void {
  const c = t.next;
  const office = answeringOffice(c);
  if (!office || !c.answeredAt) return;
  const restart = (entry: Entry) => t.start(entry, 'row', 'row-11', office.id);
  const back = c.answeredAt;
  if (d.action === 'respond') t.write('responded', { text: d.text, from: office.id }, restart);
  if (d.action === 'reply') t.write('replied', { text: d.text, to: office.id }, restart);
  if (d.action === 'confirmation')
    t.write('confirmed', { ...(d.text && { text: d.text }) }, (entry) => t.end(entry, 'closed'));
  if (d.action === 'objection')
    t.write('objected', { text: d.text }, (entry) => {
      c.objections += 1;
      c.status = 'in-process';
      t.enter(entry, back, office);
      resumeWhole(t, entry);
    });
}
