// What the workflows may call. Implementations are built by `activities/index.ts` from a database and a mailer.
import type { Entry, OnRecord, Recorded } from '../sop/entry.ts';
import type { Claim } from '../db/complaints/claim-original.ts';
import type { Reconciliation } from '../db/operations/reconciliations.ts';
import type { ConsultationRung } from '../sop/beside/consultation.ts';
import type { Office, Zone } from '../sop/offices.ts';
import type { Original } from '../sop/decisions/reject.ts';
import type { Succession } from '../sop/beside/succession.ts';
import type { Confidentiality, Step } from '../sop/terms.ts';

export interface RecordBatch {
  number: string;
  /** In order of seq, without gaps. */
  entries: Entry[];
}

/** `record` by the name of the row that it records: the Temporal UI's timeline shows a local activity by its name alone. */
export type RowActivities = Record<`SOP ${Step}`, ComplaintActivities['record']>;

export interface ComplaintActivities {
  /**
   * Writes the entries, exactly once and in order, in one transaction: events, complaint row, visits, notifications.
   * Repeating a batch writes nothing and gives the same clocks. Fails for good with `record-ahead` when something else is
   * on record in their place, and with `record-short` when what comes before them is not.
   */
  record: (batch: RecordBatch) => Promise<Recorded>;
  /** Where the record of a report stands. */
  readRecord: (number: string) => Promise<OnRecord>;
  /** The office as the tree has it now, or null. For replays of 0.1.0. */
  findOffice: (officeId: string) => Promise<Office | null>;
  /** Who takes over from an office that has ended (reading 27), or null: it has not. */
  findSuccession: (officeId: string) => Promise<Succession | null>;
  /** What became of the original that this report repeats (reading 21), or null: it repeats none. */
  findOriginal: (number: string) => Promise<Original | null>;
  /** What a signal names, as the database has it now. */
  lookUp: (asked: Asked) => Promise<LookedUp>;
  /** Before a report is rejected as a duplicate (reading 21): whether the other one is an original, claimed until decided. */
  claimOriginal: (claim: Claim) => Promise<boolean>;
  /** The decision that the claim was made for is not taken. */
  releaseOriginal: (claim: Pick<Claim, 'number' | 'token'>) => Promise<void>;
}

export type { Claim };

export interface Asked {
  number: string;
  /** Offices. */
  actorId: string | null;
  targetId?: string;
  /** Who is to see the report, when the signal would change it. */
  confidentiality?: Confidentiality;
  /** Its key, and all of it as one text. */
  signalled?: { key: string; said: string };
}

export interface LookedUp {
  actor: Office | null;
  target: Office | null;
  /** Whether the reporter's address was confirmed (reading 11). */
  contactConfirmed?: boolean;
  /** That would show more of the report, which only its reporter does (reading 19). */
  lowers?: boolean;
  /** Its key made one that no key of the API can meet, and a hash of what it asks. */
  under?: { key: string; request: string };
  /** What was asked under that key before, as a hash, as far as it is on record. */
  before?: string;
}

export interface RecomputeBatch {
  /** Of the change that owes it. */
  id: number;
  why: string;
}

export interface SuccessionBatch {
  /** Of the succession. */
  id: number;
  /** The office that ends. */
  officeId: string;
}

export interface BatchActivities {
  /** Moves every open report of an office that ends to its successor, then what else hangs on it; heartbeats with the last number done. */
  succeedAll: (batch: SuccessionBatch) => Promise<void>;
  /** Tells every open complaint whose deadlines move to recompute them; heartbeats with the last number done. */
  recomputeAll: (batch: RecomputeBatch) => Promise<void>;
}

export type { Reconciliation };

export interface ScheduledActivities {
  /** Tells the offices of a zone what is late, due today, waiting; gives how many were told. */
  sendDigests: (digest: { zone: Zone; scheduledAt: string }) => Promise<number>;
  /** Tells superiors of a zone who wish it how their part stands, once a week; gives how many were told. */
  sendWeeklies: (weekly: { zone: Zone; scheduledAt: string }) => Promise<number>;
  /** Tells every office the figures of the month before; gives how many were told. */
  sendRecaps: (scheduledAt: string) => Promise<number>;
  /** Starts what was never started, has what was lost go on from its record, and says what a person has to decide. */
  reconcileRecord: () => Promise<Reconciliation>;
}

export interface ConsultationLook {
  id: string;
  /** Now, as the workflow has it; ISO 8601 UTC. */
  at: string;
}

export interface Look {
  /** Answered, withdrawn, or ended. */
  over: boolean;
  /** When something is to ring; null: nothing any more. ISO 8601 UTC. */
  next: string | null;
  /** What that is. */
  rung?: ConsultationRung;
}

export interface ConsultationActivities {
  /** Rings what is due of a question to another office, or ends it when the report has left the office that asked. */
  lookAtConsultation: (look: ConsultationLook) => Promise<Look>;
}

export interface CourierActivities {
  /** Sends mails and calls webhooks as they become due until it is cancelled or its hour is over; heartbeats. */
  deliverNotifications: () => Promise<void>;
}
