// SOP 8 and 10 → 11: the substantive answer (Jawaban/Tindaklanjut Substantif).
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';
import { firstResponseGiven } from './respond.ts';
import { stopWhole } from './whole.ts';

/** The answer meets respon awal too (reading 5), stops the whole limit, and begins row 11 (reading 12). */
export function answer(t: Transition, d: Decision, at: 8 | 10): void {
  const c = t.next;
  t.write('answered', { text: d.text }, (entry) => {
    c.status = 'answered';
    c.answeredAt = at;
    firstResponseGiven(t);
    stopWhole(t);
    t.enter(entry, 11, null, c.holder);
  });
}
