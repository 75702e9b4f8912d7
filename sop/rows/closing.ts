// SOP 11: finished, waiting for the system to close it (reading 12).
import { answeringOffice, type Case } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { backTo } from '../decisions/back-to.ts';
import { always, type Moves } from './moves.ts';
import { resumeWhole } from '../decisions/whole.ts';
import { limitKindOf } from '../terms.ts';
import { confidentiality } from '../decisions/words.ts';

const answered = (c: Case): Office => always(answeringOffice(c));

/** A word restarts the 10 hari kerja. */
const restart = (t: Transition) => (entry: Entry) =>
  t.start(entry, { clock: 'row', step: 11, kind: limitKindOf(t.next) }, answered(t.next).id);

export const row11 = {
  respond: (t, d) => t.write('responded', { text: d.text, from: answered(t.next).id }, restart(t)),
  reply: (t, d) => t.write('replied', { text: d.text, to: answered(t.next).id }, restart(t)),
  confidentiality,
  confirmation: (t, d) =>
    t.write('confirmed', { ...(d.text && { text: d.text }) }, (entry) => t.end(entry, 'closed')),
  /** Back to the answering row, or upward to the deciding row of the office above it (reading 23); a fresh limit. */
  objection(t, d) {
    const c = t.next;
    const office = answered(c);
    const { objectionsToSame = c.objections + 1 } = c.rules;
    t.write('objected', { text: d.text }, (entry) => {
      const upward = c.objections >= objectionsToSame;
      c.objections += 1;
      c.status = 'in-process';
      if (upward) backTo(t, entry, office.level === 'upt' ? 'echelon1' : 'agency');
      else t.enter(entry, c.answeredAt ?? 8, office);
      resumeWhole(t, entry);
    });
  },
} satisfies Moves<11>;
