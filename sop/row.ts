// What a row of the procedure says, and a decision that is open there.
import type { Action, Ending, Level, Limit, Need, Step } from './terms.ts';

/** A decision as the procedure knows it. What it writes and moves is in `rows/`, one file an office level. */
export interface Move {
  /** The rows, or the end, that it may lead to; `stays`: on at the same row. */
  to: readonly (Step | Ending | 'stays')[];
  /**
   * Whose it is: of the holder unless said. `answering`: the office that gave the answer. `above`: the office whose
   * disposition brought the report to its holder, and once a limit of a row is missed every office above (reading 18).
   */
  by?: 'echelon1' | 'answering' | 'reporter' | 'above';
  /** What it brings along, and whether it must. */
  office?: Need;
  reason?: Need;
  text?: Need;
  duplicateOf?: Need;
  changes?: Need;
}

/** Each decision once. */
export type Decisions = Partial<Record<Action, Move>>;

export interface Row {
  step: Step;
  /** Pelaksana: the level that holds the report at this row. */
  holder: Level | 'system';
  /** What people read. */
  name: string;
  /** Kelengkapan → Output, the record this row leaves. */
  output: string;
  /** Waktu, as the SOP has it (readings 1, 2); the policy in force may give another. */
  limit: Limit;
  /** What a missed limit does. Every other one alerts and decides nothing (reading 3). */
  limitEnds?: Ending;
  decisions: Decisions;
}
