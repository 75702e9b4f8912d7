// reading 18: a disposition is taken back before the answer, to the deciding row of the office that takes it back.
import { backTo, type DecidingLevel } from './back-to.ts';
import type { Take } from '../rows/moves.ts';

/** The whole limit runs on; it is no return (reading 10). */
export const recall: Take = (t, d) =>
  t.write('recalled', { reason: d.reason }, (entry) => backTo(t, entry, d.actor.role as DecidingLevel));
