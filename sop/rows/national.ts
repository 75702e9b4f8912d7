// SOP 2: Admin Nasional verifies, identifies, disposes to an agency; or rejects (reading 11).
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Transition } from '../transition.ts';
import { bindingFor } from '../decisions/binding.ts';
import { requestCompletion } from '../decisions/completion.ts';
import { correct } from '../decisions/correct.ts';
import { type Moves, targetOf } from './moves.ts';
import { owedFromAgency } from '../decisions/respond.ts';
import { arriveWhole } from '../decisions/whole.ts';
import { reject } from '../decisions/reject.ts';
import { words } from '../decisions/words.ts';

/** SOP 3: a report arrives at an agency, whose whole limit runs from the first time on (reading 13). */
export function toAgency(t: Transition, entry: Entry, agency: Office): void {
  const c = t.next;
  c.path = { national: c.path.national, agency };
  t.enter(entry, 3, agency);
  arriveWhole(t, entry, agency);
  owedFromAgency(t, entry, agency);
}

export const row2 = {
  dispose(t, d) {
    const agency = targetOf(d);
    t.next.direct = false;
    const binding = bindingFor(t.next, agency);
    t.write('disposed', { binding, ...(d.reason && { reason: d.reason }) }, (entry) =>
      toAgency(t, entry, agency),
    );
  },
  reject,
  'request-completion': requestCompletion,
  correct,
  ...words,
} satisfies Moves<2>;
