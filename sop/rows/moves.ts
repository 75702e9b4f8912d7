// What a row's decisions do, by their names: just those that the procedure has there, or it does not compile.
import type { Decision } from '../case.ts';
import type { Office } from '../offices.ts';
import type { procedure, rejection, waiting } from '../procedure.ts';
import { Refusal } from '../refusal.ts';
import type { Step } from '../terms.ts';
import type { ClockRequest } from '../time/clock.ts';
import type { Transition } from '../transition.ts';

/** What the case alone does not say. */
export interface Around {
  /** Of a run that began under 0.1.0: the whole limit runs on while the reporter completes the report; since then it stands still (reading 13). */
  wholeRuns?: boolean;
  /** How the row's clock was asked for that is still being reckoned. */
  reckoning?: ClockRequest;
  /** A rejection ends the report at once; since then it can be objected to (reading 22). */
  rejectionEnds?: boolean;
}

/** Takes a decision that is open: moves the case and writes at least one entry. */
export type Take = (t: Transition, d: Decision, around: Around) => void;

type Names<R extends { decisions: object }> = keyof R['decisions'];

/** Of a row, of the time in which the reporter completes the report, or in which they may object to its rejection. */
export type Moves<Where extends Step | 'waiting' | 'rejected'> = Record<
  Where extends Step
    ? Names<(typeof procedure)[Where]>
    : Names<Where extends 'waiting' ? typeof waiting : typeof rejection>,
  Take
>;

/** The office that a disposition goes to. Throws `Refusal` without one. */
export function targetOf(d: Decision): Office {
  if (!d.target) throw new Refusal('office-required');
  return d.target;
}

/** What a report always has at this row. Throws an Error, which no decision answers for, when it does not. */
export function always<T>(known: T | null | undefined): T {
  if (known === null || known === undefined) throw new Error('The case lacks what it always has at its row.');
  return known;
}
