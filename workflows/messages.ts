// The contract between the API and the workflows: names, arguments, answers.
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Actor, Case, Decision } from '../sop/case.ts';
import type { Entry, Outcome } from '../sop/entry.ts';
import {
  complaintSummary,
  consultationSummary,
  recomputeSummary,
  successionSummary,
} from '../sop/notices/summary.ts';
import type { Filing } from '../sop/rows/intake.ts';
import type { Action } from '../sop/terms.ts';
import type { Fault } from './reading/read.ts';

export const taskQueue = 'tuntas';

/** A workflow that is started once under its id, by whoever starts it and however often. */
const once = {
  taskQueue,
  workflowIdConflictPolicy: 'USE_EXISTING',
  workflowIdReusePolicy: 'REJECT_DUPLICATE',
} as const;

/** The workflow id of a complaint is its number. */
export const complaintWorkflow = 'complaint';

/** The singleton that keeps notifications going out; its id is its type. */
export const courierWorkflow = 'courier';

/** What a decision was answered, under its key or the id of its update. */
export interface Answer {
  outcome: Outcome;
  /** Of one under a key, whose answer the record keeps: what was asked. */
  request?: string;
  /** Milliseconds. */
  at?: number;
}

/** What a complaint is started with: its filing, to national or straight to an agency (SOP 3). */
export interface ComplaintInput extends Filing {
  /** Its records are named by their rows; absent of runs that began before 0.2.0. */
  rowsNamed?: true;
  /** After how many events it goes on as a new run, where the engine does not suggest it before; absent of those before 0.2.0. */
  eventsARun?: number;
  /** Set by continue-as-new, and where a report goes on from its record. */
  carried?: {
    case: Case;
    answers?: Record<string, Answer>;
    /** As 0.1.0 carried them. */
    outcomes?: Record<string, Outcome>;
    /** Why it goes on from its record. */
    resumed?: string;
    /** Of a run that went on from its record: signals that it has not judged, and new rules that it was told of. */
    signals?: WaitingSignal[];
    told?: Told;
  };
}

/** A signal as it came. */
export type WaitingSignal =
  | { args: unknown[]; named?: Action | undefined }
  | { action: string; fault: Fault };

/** Deadlines are to be reckoned anew; without `by` the system says so. */
export interface Told {
  why: string;
  by?: Actor;
}

/**
 * A decision of an office or the reporter, by an update that bears its action's name, so that the timeline reads like the
 * SOP. Refusals arrive as ApplicationFailure with the refusal code as type.
 */
export function decisionUpdate(action: Action) {
  return defineUpdate<Outcome, [Decision]>(action);
}

/** The same, whatever the action, as it was named until 0.2.0. */
export const decideUpdate = defineUpdate<Outcome, [Decision]>('decide');

/**
 * The same decision from the Temporal UI, the CLI or an integration that cannot wait. `officeId` names the target;
 * `key` makes a repeat harmless. What an update would refuse is recorded as refused, and so is what cannot be read.
 */
export interface SignalledDecision
  extends Omit<Decision, 'target' | 'actor' | 'under' | 'validUntil' | 'contactConfirmed'> {
  /** In whose name: an office of the tree. Its role is that of the office; another one is refused. */
  actor: { officeId: string | null; name: string; role?: string };
  officeId?: string;
  key?: string;
}

/** The name says the action, which need not be said again. */
export function decisionSignal(action: Action) {
  return defineSignal<[Omit<SignalledDecision, 'action'> & { action?: Action }]>(action);
}

/** The same, whatever the action. */
export const decideSignal = defineSignal<[SignalledDecision]>('decideSignal');

/** A new calendar or policy is in force (reading 16): ask for every running clock again. The argument says why. */
export const recomputeSignal = defineSignal<[string]>('recompute');
/** The same, answered once it is on record. */
export const recomputeUpdate = defineUpdate<void, [string]>('recompute');

/** An office has ended (reading 27): the report moves to its successor, as the record knows it. The argument is its id. */
export const successionSignal = defineSignal<[string]>('succeed');
/** The same, answered once it is on record. */
export const successionUpdate = defineUpdate<void, [string]>('succeed');

/** The original of a duplicate has ended, or is a duplicate itself (reading 21): the process asks the record. */
export const originalSignal = defineSignal('originalChanged');

/** Moves all open reports of an office that ends; its id is `succession-<id>`. */
export const successionWorkflow = 'succeedAll';

/** How a succession is started, by whoever starts it: once. */
export function successionOptions(batch: { id: number; officeId: string }) {
  return {
    workflowId: `succession-${batch.id}`,
    ...once,
    args: [batch] as [typeof batch],
    staticSummary: successionSummary(batch.id),
  };
}

/** Recomputes all open deadlines; its id is `recompute-<id>`. */
export const recomputeWorkflow = 'recomputeAll';

/** How a recomputation is started, by whoever starts it: once a change. */
export function recomputeOptions(batch: { id: number; why: string }) {
  return {
    workflowId: `recompute-${batch.id}`,
    ...once,
    args: [batch] as [typeof batch],
    staticSummary: recomputeSummary(batch.id),
  };
}

/** What is told to every run that begins now. */
export const newRun = { rowsNamed: true, eventsARun: 400 } as const;

/** How a complaint is started, by whoever starts it: once, whatever happens. No words of the reporter. */
export function startOptions(input: ComplaintInput) {
  const { number, national, agency } = input;
  return {
    workflowId: number,
    ...once,
    args: [{ ...input, ...newRun }] as [ComplaintInput],
    staticSummary: complaintSummary(input, national, agency),
  };
}

/**
 * How a report goes on from its record under its old number, when its workflow is there no more. `inPlace`: of one that
 * runs, which ends there; otherwise that one stays.
 */
export function resumeOptions(input: ComplaintInput, { inPlace }: { inPlace: boolean }) {
  return {
    ...startOptions(input),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: inPlace ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
  } as const;
}

/** Holds the record against what runs, and mends; its schedule runs it under an id of its own. */
export const reconcileWorkflow = 'reconcile';

/** How it is run beside its schedule: whoever asks while it runs waits for the same. */
export const reconcileOptions = {
  workflowId: 'reconcile-now',
  taskQueue,
  workflowIdConflictPolicy: 'USE_EXISTING',
} as const;

/** One question to another office (reading 24); its id is the question's, `<number>-K<n>`. */
export const consultationWorkflow = 'consultation';

export interface ConsultationInput {
  id: string;
}

/** Something changed, and what: look at the record. `look`: whatever it was. */
export const consultationSignals = {
  look: defineSignal('look'),
  answered: defineSignal('answered'),
  withdrawn: defineSignal('withdrawn'),
  recomputed: defineSignal('recomputed'),
} as const;
export type ConsultationNews = keyof typeof consultationSignals;

/** How a question's workflow is started, by whoever does; again when it was lost: where it stands the record says. */
export function consultationOptions(id: string) {
  return {
    workflowId: id,
    taskQueue,
    args: [{ id }] as [ConsultationInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    staticSummary: consultationSummary(id),
  };
}

/** The case as the workflow holds it now. */
export const caseQuery = defineQuery<Case>('case');

/** How a run and the record of its report go together. `parted`: it has answered what the record has otherwise. */
export type Standing = 'in-step' | 'behind' | 'ahead' | 'parted';

/** Look at the record, and go on from it if it goes further; answered with how it was found. */
export const recordUpdate = defineUpdate<Standing>('lookAtRecord');

/** What a run has written, or answered and still to write; also of a run that has ended. */
export interface Written {
  /** Tells two reports apart that were given one number. ISO 8601 UTC. */
  receivedAt: string;
  /** Of its last entry. */
  seq: number;
  /** The last of them, in order without a gap. */
  entries: Entry[];
}
export const writtenQuery = defineQuery<Written>('written');

/** Typed search attributes; none carries personal data. */
export const searchAttributeTypes = {
  TuntasStep: 'INT',
  TuntasOffice: 'KEYWORD',
  TuntasKind: 'KEYWORD',
  TuntasStatus: 'KEYWORD',
  TuntasDeadline: 'DATETIME',
  TuntasOverdue: 'BOOL',
} as const;
