// reading 5: respon awal, owed by the Eselon 1 office; open until the answer, also while a UPT holds the report.
import type { Decision } from '../case.ts';
import type { Transition } from '../transition.ts';

export function respond(t: Transition, d: Decision): void {
  t.write('responded', { text: d.text }, () => {
    t.next.firstResponseGiven = true;
    t.forget('firstResponse');
  });
}
