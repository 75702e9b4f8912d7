// A clock: one limit that is running on a complaint, with the rungs its timer climbs (reading 15). Instants are ISO 8601 in UTC.
import type { LimitOf, WrittenLimit } from './limit.ts';

/** A span in which a limit stood still (readings 11, 13). ISO 8601 UTC. */
export interface Pause {
  from: string;
  to: string;
}

/** What the rules ask for; the record activity answers with a `Clock`, by the calendar and policy in force. */
export type ClockRequest = (LimitOf | WrittenLimit) & Asked;

interface Asked {
  /** The office whose zone counts and whose superiors are alerted. */
  officeId: string;
  /** When the limit began to run. */
  from: string;
  /** When it stood still since, in order; each is over. */
  pauses?: Pause[];
  /** When it begins to be watched, unless at `from`: a backlog's clock, or one that is asked for again. */
  begins?: string;
  /** Of one asked for again: its rungs that have fired, its deadline until now, and the entry that recorded its breach. */
  fired?: number;
  old?: string;
  breach?: number;
  /** How 0.1.0 asked for a row clock that goes on: `from` is when it does. */
  resumed?: { due: string; pausedAt: string; fired: number; was?: ClockRequest };
}

/** `warn` and `breach` alert, `escalation` climbs one office, `act` ends the report (row 11, completion). */
export type RungKind = 'warn' | 'breach' | 'escalation' | 'act';

export interface Rung {
  kind: RungKind;
  at: string;
  /** The offices to alert. */
  officeIds: string[];
}

export interface Clock {
  request: ClockRequest;
  due: string;
  /** In order of time; for alerting clocks: warn, breach, then one escalation an office above. */
  rungs: Rung[];
  /** How many rungs have fired; each fires once (reading 15). */
  fired: number;
  /** How many of those were past already when the clock began, and passed over: only the last one of them fires. */
  skipped?: number;
  /** The entry that recorded its breach; unknown of those that 0.1.0 recorded. */
  breach?: number;
  /** The version of the policy that the deadline came from (reading 7). */
  policyVersion: number;
}

/** Asks for a clock again with what became of it; what it asks for otherwise stays. */
export function askAgain({ request, due, fired, breach }: Clock): ClockRequest {
  const { breach: _, ...same } = request;
  return { ...same, fired, old: due, ...(breach !== undefined && { breach }) };
}

/** Rungs that had fired before the clock was asked for. */
export function firedBefore(request: ClockRequest): number {
  return request.fired ?? request.resumed?.fired ?? 0;
}

export function isBreach({ kind }: Rung): boolean {
  return kind === 'breach';
}

/** The instant the clock wants attention next, or undefined when every rung has fired. */
export function nextRung(clock: Clock | undefined): Rung | undefined {
  return clock?.rungs[clock.fired];
}
