// One entry of the record: what a transition wrote down (SOP: Pencatatan dan Pendataan).
import { type Actor, type Case, type Changes, clockSeen, type Due, type Rules } from './case.ts';
import type { Clock, ClockRequest, RungKind } from './time/clock.ts';
import type { Action, ClockName, Step } from './terms.ts';

export type EntryType =
  | 'filed'
  | 'acknowledged'
  | 'received'
  | 'accepted'
  | 'disposed'
  | 'returned'
  | 'responded'
  | 'answered'
  | 'rejected'
  | 'rejection-final'
  | 'followed'
  | 'original-ended'
  | 'completion-requested'
  | 'told'
  | 'completed'
  | 'replied'
  | 'objected'
  | 'recalled'
  | 'asked'
  | 'messaged'
  | 'corrected'
  | 'extended'
  | 'confirmed'
  | 'closed'
  | 'withdrawn'
  | 'warned'
  | 'breached'
  | 'escalated'
  | 'recomputed'
  | 'unbreached'
  | 'succeeded'
  | 'resumed'
  | 'refused';

export interface Alert {
  clock: ClockName;
  kind: RungKind;
  /** The deadline of that clock. */
  due: string;
  officeIds: string[];
  /** The office that a breach belongs to (reading 17). */
  charged: string;
  /** When the rung was due, ISO 8601 UTC; entries of 0.1.0 lack it. */
  at?: string;
  /** The limit is missed, though not by a `breached`: that rung was past when the clock began (reading 15). */
  missed?: boolean;
}

export interface Undone {
  clock: ClockName;
  due: string;
  seq?: number;
}

export interface Entry {
  seq: number;
  /** When it happened, ISO 8601 UTC. */
  at: string;
  type: EntryType;
  /** The row it happened at. */
  step: Step;
  actor: Actor;
  /** Office ids; null is the system or the reporter. */
  from: string | null;
  to: string | null;
  reason?: string;
  text?: string;
  /** reading 10: this disposition cannot be returned. */
  binding?: boolean;
  /** For `rejected`: the number that this report repeats; for `followed`: the one that its reporter follows from now on. */
  duplicateOf?: string;
  /** For `corrected`: what it is now. What it was the record adds. */
  changes?: Changes;
  /** For `refused`: the action and why; of what could not be read also where, and how long it was if too long. */
  refused?: { action: string; code: string; field?: string; length?: number };
  /** For `warned`, `breached`, `escalated`: which clock, and whom to alert. */
  alert?: Alert;
  /** For `recomputed` and `succeeded`: the deadlines as they were. */
  moved?: { clock: ClockName; old: string }[];
  /** For `unbreached`: the breach that a decree undid, by its clock and deadline, and its entry where that is known. */
  undone?: Undone;
  /** Of a decision under a key: what it was answered. `early`: before the clocks were known, so without them for good. */
  answer?: { key: string; request: string; outcome: Outcome; early: boolean };
  /** The visit that ends with this entry. */
  ends?: number;
  /** The visit that begins with this entry. */
  opens?: { visit: number; step: Step; officeId: string | null };
  /** The visit whose clock stops or goes on here (reading 11). */
  pauses?: number;
  resumes?: number;
  /** Clocks that begin with this entry. */
  requests: ClockRequest[];
  /** The case after this entry. */
  after: Case;
}

/** The clock whose deadline an entry tells: of an alert its own, else the one that people see, in the case after it. */
export function clockTold({ alert }: Pick<Entry, 'alert'>, c: Case): Clock | undefined {
  return alert ? c.clocks[alert.clock] : clockSeen(c);
}

/** reading 22: not against an answer (12). */
export function isAgainstRejection({ type, step }: Pick<Entry, 'type' | 'step'>): boolean {
  return type === 'objected' && step !== 11;
}

/** What the record activity gives back: the clocks it computed and the policy's numbers now. */
export interface Recorded {
  clocks: { seq: number; clock: Clock }[];
  rules: Rules;
  /** Offices of the case that have a successor by now: it is to be moved there (reading 27). */
  ended?: string[];
  /** The deadline that people see after each entry. Absent in what 0.1.0 recorded. */
  deadlines?: ({ seq: number } & Due)[];
  /** The record goes further than these entries: whoever wrote them is behind it. */
  beyond?: true;
}

/** What the record as it stands is, for who goes on from it. */
export interface OnRecord {
  /** As its last entry left it; null before the first. */
  case: Case | null;
  /** Of its last entry; 0 before the first. */
  seq: number;
  /** What its last entry was; null before the first. */
  last: EntryType | null;
}

/**
 * What a decision answers: the outcome of that decision, not live state. Without a deadline when the report has ended, or
 * the database is away and the clock is still to be computed.
 */
export interface Outcome extends Due {
  number: string;
  revision: number;
  step: Step;
  stepName: string;
  status: Case['status'];
  holder: { id: string | null; name: string; level: string };
  /** The decisions open to the decider now. */
  options: Action[];
}

/** The same with the deadline as it came to be. */
export function withDue(outcome: Outcome, due: Due): Outcome {
  const { provisional: _, ...rest } = outcome;
  return { ...rest, ...due };
}
