// The contract between the API and the workflows: names, arguments, answers.
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Case, Decision } from '../sop/case.ts';
import type { Outcome } from '../sop/entry.ts';
import type { Filing } from '../sop/rows/intake.ts';

export const taskQueue = 'tuntas';

/** The workflow id of a complaint is its number. */
export const complaintWorkflow = 'complaint';

/** The singleton that keeps notifications going out; its id is its type. */
export const courierWorkflow = 'courier';

/** What a complaint is started with: its filing, to national or straight to an agency (SOP 3). */
export interface ComplaintInput extends Filing {
  /** Set by continue-as-new only. */
  carried?: { case: Case; outcomes: Record<string, Outcome> };
}

/** A decision of an office or the reporter. Refusals arrive as ApplicationFailure with the refusal code as type. */
export const decideUpdate = defineUpdate<Outcome, [Decision]>('decide');

/**
 * The same decision from the Temporal UI, the CLI or an integration that cannot wait. `officeId` names the target;
 * `key` makes a repeat harmless. What an update would refuse is recorded as refused.
 */
export interface SignalledDecision extends Omit<Decision, 'target'> {
  officeId?: string;
  key?: string;
}
export const decideSignal = defineSignal<[SignalledDecision]>('decideSignal');

/** The case as the workflow holds it now. */
export const caseQuery = defineQuery<Case>('case');

/** Typed search attributes; none carries personal data. */
export const searchAttributeTypes = {
  TuntasStep: 'INT',
  TuntasOffice: 'KEYWORD',
  TuntasKind: 'KEYWORD',
  TuntasStatus: 'KEYWORD',
  TuntasDeadline: 'DATETIME',
  TuntasOverdue: 'BOOL',
} as const;
