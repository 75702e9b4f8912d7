// One complaint as the rules see it: pure data. `decide.ts` moves it, the workflow keeps it, PostgreSQL mirrors it.
import type { Office } from './offices.ts';
import type { decidingRow } from './procedure.ts';
import {
  type Action,
  type ClockName,
  type Confidentiality,
  isEnd,
  type Kind,
  type Letters,
  type Level,
  levelNames,
  type Limit,
  type LimitKind,
  type Status,
  type Step,
} from './terms.ts';
import type { Clock, ClockRequest } from './time/clock.ts';

/** Where an office decides whether it is a report for its offices: there it may be rejected (readings 11, 21). */
export type DecidingStep = (typeof decidingRow)[keyof typeof decidingRow];

/** Levels that can return a report, hence be bound by a disposition (reading 10). */
type ReturningLevel = Exclude<Level, 'national'>;

/** Who acted. */
export interface Actor {
  role: Level | 'reporter' | 'system';
  officeId: string | null;
  /** The officer's name; never the reporter's. */
  name: string;
  /** Not by the API, which knows who it is, but by a signal, which says so. */
  via?: 'signal';
}

export const system: Actor = { role: 'system', officeId: null, name: levelNames.system };
export const reporter: Actor = { role: 'reporter', officeId: null, name: levelNames.reporter };

/** Who holds the report, as readers see it: nobody's is the system's. */
export function holderOf({ holder }: Pick<Case, 'holder'>): {
  id: string | null;
  name: string;
  level: string;
} {
  if (!holder) return { id: null, name: system.name, level: system.role };
  const { id, name, level } = holder;
  return { id, name, level };
}

/** The office that gave the substantive answer (reading 12). */
export function answeringOffice(c: Case): Office | undefined {
  return c.answeredAt === 10 ? c.path.upt : c.path.echelon1;
}

/** What may be put right about a report (reading 19); what is left out stays as it is. */
export interface Changes {
  kind?: Kind | undefined;
  oversight?: boolean | undefined;
  category?: string | null | undefined;
  place?: string | null | undefined;
  /** Its official code, `32.73.07`. */
  region?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  happenedOn?: string | null | undefined;
  title?: string | undefined;
  confidentiality?: Confidentiality | undefined;
}

/** A decision as it reaches the workflow. */
export interface Decision {
  action: Action;
  actor: Actor;
  /** For a disposition: the office it goes to, as the office tree has it now. */
  target?: Office;
  reason?: string;
  text?: string;
  /** With `request-completion`: whether the reporter's address was confirmed; absent: their time runs at once. */
  contactConfirmed?: boolean;
  /** With `reject`: the number that this report repeats (reading 11). */
  duplicateOf?: string;
  /** With `correct` and `confidentiality`: what it is to be. */
  changes?: Changes;
  /** Under which key it was sent, and a hash of what was asked: a repeat is answered alike, another request refused. */
  under?: { key: string; request: string };
  /** The revision the decider saw; another one now is `stale`. */
  expectedRevision?: number;
  /** ISO 8601 UTC; after it the decider no longer waits, and the decision is not taken. */
  validUntil?: string;
}

/** Numbers of the policy that the rules need (readings 10, 12, 20, 23, 32); what 0.1.0 recorded lacks the optional ones. */
export interface Rules {
  returnsBeforeBinding: number;
  maxObjections: number;
  /** Of the objections, how many go to the office that answered; absent: all. */
  objectionsToSame?: number;
  /** Requests for completion in one stay; absent: any number. */
  completionsPerStay?: number;
  /** By kind, how much later a limit ends that was extended; absent: none is (reading 25). */
  extensions?: { [K in LimitKind]?: Limit | undefined };
  /** Respon awal is owed from the arrival at the agency (reading 29); absent: at Eselon 1. */
  firstResponseFrom?: 'agency';
  /** reading 32; absent: any text is of substance. */
  letters?: Letters;
}

/** An office's unbroken stay: all its rows, until the report leaves it, or comes back by recall, return or objection. */
export interface Stay {
  /** Requests for completion so far (reading 20). */
  completions: number;
  /** A row that is over was ended after its limit (reading 18). */
  missed: boolean;
}

/** A whole limit: how to ask for its clock when it goes on, and its deadline as it was last reckoned. */
export interface Whole {
  request: ClockRequest;
  due?: string;
}

/** A report that was rejected, while that can be objected to (readings 21, 22). */
interface Rejection {
  /** Where it was rejected, and comes back to by an objection. */
  step: DecidingStep;
  office: Office;
  /** Since when every limit stands still, ISO 8601 UTC. */
  at: string;
  /** As a duplicate: the original that its reporter follows; nothing runs until that has ended. */
  original?: string;
  /** Respon awal, which stands still. */
  firstResponse?: Clock;
}

export interface Case {
  number: string;
  kind: Kind;
  /** Berkadar pengawasan (reading 13). */
  oversight: boolean;
  status: Status;
  step: Step;
  /** The office that holds it; null at rows 1 and 11 and after the end: the system. */
  holder: Office | null;
  /** Counts decisions and system transitions; what If-Match compares. */
  revision: number;
  /** The sequence number of the last entry of the record. */
  seq: number;
  /** The number of the visit in progress (one stay at a row). */
  visit: number;
  /** The offices of the disposition chain so far: where a return goes back up. */
  path: { national: Office } & Partial<Record<ReturningLevel, Office>>;
  returns: Record<ReturningLevel, number>;
  binding: Record<ReturningLevel, boolean>;
  objections: number;
  /** The row that gave the substantive answer. */
  answeredAt: 8 | 10 | null;
  firstResponseGiven: boolean;
  /** reading 29: how it was when the report came to the agency on its path; a change of policy goes for what comes after. */
  firstResponseFrom?: 'agency';
  /** How to ask for its clock, which goes on at whichever office of the agency owes it. */
  firstResponseOwed?: ClockRequest;
  /** The agency whose whole limit rings: the one on the path, or the last one while national holds it (reading 13). */
  wholeFor: string | null;
  /** The whole limit of each agency that it came to, by office. Reports of 0.1.0 begin without. */
  wholes?: Record<string, Whole>;
  /** Since when no whole limit runs: the reporter completes the report, or it is answered. */
  wholeStopped?: string | null;
  /** The entry whose clock request is the current one, a clock each. */
  awaits: Partial<Record<ClockName, number>>;
  clocks: Partial<Record<ClockName, Clock>>;
  /** The stopped row clock while the reporter completes the report. */
  stopped: {
    clock: Clock | null;
    at: string;
    /** Nobody has recorded yet how the reporter was told, who has no confirmed contact: their time does not run. */
    untold?: boolean;
  } | null;
  /** Until its rejection is final. */
  rejection?: Rejection;
  /** Which rejections were objected to: one as a duplicate, and one besides (readings 21, 22). */
  rejectionsObjected?: readonly ('duplicate' | 'rejection')[];
  rules: Rules;
  /** Of the holder; reports of 0.1.0 begin without. */
  stay?: Stay;
  /** No office's disposition brought it to its agency, but the public did (SOP 3). */
  direct?: boolean;
  /** What the reporter wrote by `message` on that day in Jakarta, `YYYY-MM-DD` (reading 20). */
  messages?: { day: string; count: number };
  /** The holder was given more time (reading 25), once. */
  extended?: boolean;
}

/** reading 18: whether the holder has missed a limit of a row in its present stay, by the exact deadline (reading 31). */
export function isLimitMissed({ stay, clocks: { row } }: Case, at: string): boolean {
  return stay?.missed === true || (row !== undefined && Date.parse(row.due) < Date.parse(at));
}

/** True once nothing more can happen to the report. */
export function isOver({ status, rejection }: Pick<Case, 'status' | 'rejection'>): boolean {
  return isEnd(status) && !rejection;
}

/**
 * Which objection is left against the rejection of a report: of a duplicate one besides (reading 21), else the one that every
 * rejection may have (22).
 */
export function objectionTo({
  rejection,
  rejectionsObjected = [],
}: Case): 'duplicate' | 'rejection' | undefined {
  const known =
    rejection?.original === undefined ? (['rejection'] as const) : (['duplicate', 'rejection'] as const);
  return known.find((one) => !rejectionsObjected.includes(one));
}

/** The clock whose deadline people see: of what the reporter is waited for, else the row's. */
export function clockSeen({
  clocks: { completion, rejection, row },
}: Pick<Case, 'clocks'>): Clock | undefined {
  return completion ?? rejection ?? row;
}

/** The deadline that people see. ISO 8601 UTC or null. */
export function deadlineOfCase(c: Case): string | null {
  return clockSeen(c)?.due ?? null;
}

/** The same, and whether it needs a year without decreed days (reading 30). */
export interface Due {
  /** ISO 8601 UTC or null. */
  deadline: string | null;
  provisional?: true;
}

export function dueOfClock(clock: Clock | undefined): Due {
  return { deadline: clock?.due ?? null, ...(clock?.provisional && { provisional: true }) };
}
