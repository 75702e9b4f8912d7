// What tests of rules say of a walk in one line.
import { Refusal } from '../../../sop/refusal.ts';
import type { Walk } from './walk.ts';

export const where = (walk: Walk) => [walk.case.step, walk.case.holder?.id ?? 'sistem', walk.case.status];

/** The code with which it is refused, or `taken`. */
export function refusedAs(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'taken';
}
