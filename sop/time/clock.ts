// A clock: one limit that is running on a complaint, as long as the policy in force makes it, with the rungs its timer climbs (reading 15). Instants are ISO 8601 in UTC.
import type { Policy } from '../policy/policy.ts';
import { procedure, rejection, waiting } from '../procedure.ts';
import type { Row } from '../row.ts';
import {
  type ClockName,
  type Ending,
  firstResponseOf,
  type Limit,
  type LimitKind,
  limitForKind,
  rejectionLimit,
  type Step,
} from '../terms.ts';

/** Of the clock of that name: the limit of a row by kind (reading 29; until 0.2.0 none was said), respon awal, of the whole by kind (reading 13), of the completion, of an objection to a rejection (22). */
export type LimitOf =
  | { clock: 'row'; step: Step; kind?: LimitKind }
  | { clock: 'firstResponse' }
  | { clock: 'whole'; kind: LimitKind }
  | { clock: 'completion' }
  | { clock: 'rejection' };

/** How histories of 0.1.0 say the same. */
export interface WrittenLimit {
  clock: ClockName;
  limit: `row-${Step}` | 'first-response' | `whole-${LimitKind}` | 'completion';
  /** Of a row: by which kind, once it was asked for again. */
  kind?: LimitKind;
}

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
  /** Asked for again because the report was corrected: what went out stays out, and no breach is undone (reading 19). */
  corrected?: boolean;
  /** How much later it ends (reading 25). */
  extension?: Limit;
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
  /** Its end needs a year without decreed days (reading 30). */
  provisional?: boolean;
  /** The version of the policy that the deadline came from (reading 7). */
  policyVersion: number;
}

/** Asks for a clock again with what became of it; what it asks for otherwise stays. */
export function askAgain({ request, due, fired, breach }: Clock): ClockRequest {
  const { breach: _, corrected: __, ...same } = request;
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

/** Reads a limit as a history has it. */
function readLimit(which: LimitOf | WrittenLimit): LimitOf {
  if (!('limit' in which)) return which;
  const name = which.limit.slice(which.limit.indexOf('-') + 1);
  switch (which.clock) {
    case 'row':
      return { clock: 'row', step: Number(name) as Step, ...(which.kind && { kind: which.kind }) };
    case 'whole':
      return { clock: 'whole', kind: name as LimitKind };
    default:
      return { clock: which.clock };
  }
}

/** The same limit of a report of another kind (reading 19). */
export function ofKind(which: LimitOf | WrittenLimit, kind: LimitKind): LimitOf {
  const limit = readLimit(which);
  switch (limit.clock) {
    case 'row':
      return { clock: 'row', step: limit.step, kind };
    case 'whole':
      return { clock: 'whole', kind };
    default:
      return { clock: limit.clock };
  }
}

/** How long it is by a policy. */
export function limitOf(policy: Policy, which: LimitOf | WrittenLimit): Limit {
  const limit = readLimit(which);
  switch (limit.clock) {
    case 'row':
      return limitForKind(policy.rows[limit.step], limit.kind);
    case 'whole':
      return policy.whole[limit.kind];
    case 'firstResponse':
      return firstResponseOf(policy.firstResponse).limit;
    case 'rejection':
      return rejectionLimit(policy);
    default:
      return policy.completion;
  }
}

/** Whether its end depends on what is worked, and when (reading 30). */
export function isOfficeTime(limit: Limit): boolean {
  return 'workingDays' in limit || 'officeMinutes' in limit;
}

/** Whether it is counted in days, so that it ends when the limits of many others do (reading 31). */
export function isInDays(limit: Limit): boolean {
  return 'workingDays' in limit || 'days' in limit;
}

/** How the report ends when it is missed; undefined: that alerts, and ends nothing (reading 3). */
export function limitEnds(which: LimitOf | WrittenLimit): Ending | undefined {
  const limit = readLimit(which);
  if (limit.clock === 'completion') return waiting.limitEnds;
  if (limit.clock === 'rejection') return rejection.limitEnds;
  const row: Row | undefined = limit.clock === 'row' ? procedure[limit.step] : undefined;
  return row?.limitEnds;
}
