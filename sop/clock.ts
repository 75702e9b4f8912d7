// A clock: one limit that is running on a complaint, with the rungs its timer climbs (reading 15). Instants are ISO 8601 in UTC.
import type { Kind, Step } from './terms.ts';

/** `row`: the row's limit. `firstResponse`: reading 5. `whole`: reading 13. `completion`: reading 11, runs while the row's clock stands still. */
export const clockNames = ['row', 'firstResponse', 'whole', 'completion'] as const;
export type ClockName = (typeof clockNames)[number];

/** Which limit of the policy a clock runs by. */
export type LimitKey = `row-${Step}` | 'first-response' | `whole-${Kind | 'oversight'}` | 'completion';

/** What the rules ask for; the record activity answers with a `Clock`, by the calendar and policy in force. */
export interface ClockRequest {
  clock: ClockName;
  limit: LimitKey;
  /** The office whose zone counts and whose superiors are alerted. */
  officeId: string;
  /** When the limit began to run. */
  from: string;
  /** Set when a stopped row clock goes on (reading 11): what remained of the limit counts from `from`. */
  resumed?: { due: string; pausedAt: string; fired: number; was?: ClockRequest };
  /** Set when a running clock is asked for again (reading 16): its rungs that have fired. */
  fired?: number;
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
  /** The version of the policy that the deadline came from (reading 7). */
  policyVersion: number;
}

/** The instant the clock wants attention next, or undefined when every rung has fired. */
export function nextRung(clock: Clock | undefined): Rung | undefined {
  return clock?.rungs[clock.fired];
}
