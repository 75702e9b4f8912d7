// Back up the path, to the deciding row of one of its offices: by a return, a recall, or an objection that goes upward.
import type { Entry } from '../entry.ts';
import { decidingRow } from '../procedure.ts';
import type { Transition } from '../transition.ts';
import { always } from '../rows/moves.ts';
import { owedAfterCut } from './respond.ts';

export type DecidingLevel = keyof typeof decidingRow;

/** The path below is cut, and respon awal no longer owed when Eselon 1 leaves it, or by the agency again (reading 29); the limit of the row is fresh. */
export function backTo(t: Transition, entry: Entry, level: DecidingLevel): void {
  const c = t.next;
  const { national, agency, echelon1 } = c.path;
  c.path = {
    national,
    ...(level !== 'national' && agency && { agency }),
    ...(level === 'echelon1' && echelon1 && { echelon1 }),
  };
  t.enter(entry, decidingRow[level], always(c.path[level]));
  owedAfterCut(t, entry);
}
