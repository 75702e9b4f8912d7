// Respon awal: owed by the Eselon 1 office until the answer, also while a UPT holds the report (reading 5); or from the agency on (29).
import type { Decision } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import { askAgain } from '../time/clock.ts';
import { always } from '../rows/moves.ts';
import type { Transition } from '../transition.ts';

export function respond(t: Transition, d: Decision): void {
  t.write('responded', { text: d.text }, () => firstResponseGiven(t));
}

/** Given, also by the answer: nobody owes it any more. */
export function firstResponseGiven(t: Transition): void {
  t.next.firstResponseGiven = true;
  owedByNobody(t);
}

/** reading 29: the report comes to an agency, which owes it from now on where the policy in force says so. */
export function owedFromAgency(t: Transition, entry: Entry, agency: Office): void {
  const c = t.next;
  if (c.rules.firstResponseFrom !== 'agency') return;
  c.firstResponseFrom = 'agency';
  if (!c.firstResponseGiven) c.firstResponseOwed = t.start(entry, { clock: 'firstResponse' }, agency.id);
}

/** It comes to an Eselon 1 unit: which owes it from now on, or what remains of it (reading 29). */
export function owedFromUnit(t: Transition, entry: Entry, unit: Office): void {
  if (t.next.firstResponseOwed) passOn(t, entry, unit);
  else if (!t.next.firstResponseGiven) t.start(entry, { clock: 'firstResponse' }, unit.id);
}

/** The unit has left the path: the agency owes it again (reading 29), or nobody, and nobody once the agency has left it too. */
export function owedAfterCut(t: Transition, entry: Entry): void {
  const { path, firstResponseOwed } = t.next;
  if (path.echelon1) return;
  if (path.agency && firstResponseOwed) return passOn(t, entry, path.agency);
  owedByNobody(t);
  if (!path.agency) delete t.next.firstResponseFrom;
}

/** One limit from its own beginning, whoever owes it; what has rung has rung. */
function passOn(t: Transition, entry: Entry, office: Office): void {
  const c = t.next;
  const { firstResponse: clock } = c.clocks;
  const owed = clock ? askAgain(clock) : always(c.firstResponseOwed);
  c.firstResponseOwed = { ...owed, officeId: office.id, begins: t.at };
  t.ask(entry, c.firstResponseOwed);
}

function owedByNobody(t: Transition): void {
  t.forget('firstResponse');
  delete t.next.firstResponseOwed;
}
