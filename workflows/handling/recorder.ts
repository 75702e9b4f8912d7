// Writes entries to PostgreSQL in order, exactly once: quickly by a local activity, patiently when the database is away.
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/common';
import {
  ActivityFailure,
  ApplicationFailure,
  log,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Asked, Claim, ComplaintActivities, LookedUp, RowActivities } from '../../activities/types.ts';
import { type Case, type Due, dueOfClock } from '../../sop/case.ts';
import { isRecordFault, type RecordFault, standingTo } from '../../sop/beside/resume.ts';
import type { Entry, OnRecord, Recorded } from '../../sop/entry.ts';
import { attach } from '../../sop/attach.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { activitySummaries } from '../../sop/notices/summary.ts';
import { unbreach, undoneBy } from '../../sop/recompute.ts';
import type { ComplaintInput, Standing } from '../messages.ts';
import type { ClockName } from '../../sop/terms.ts';
import type { ClockRequest } from '../../sop/time/clock.ts';

const quick: LocalActivityOptions = {
  // A decision is acknowledged within two seconds though the database is away.
  startToCloseTimeout: '1500ms',
  scheduleToCloseTimeout: '1500ms',
  retry: { maximumAttempts: 1 },
};
const patient: ActivityOptions = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
};

/** Runs an activity in place; when that fails or takes too long, as an ordinary one that is retried until it works. */
async function persist<T>(
  summary: string,
  call: (activities: ComplaintActivities & RowActivities) => Promise<T>,
  away: () => void,
): Promise<T> {
  try {
    return await call(proxyLocalActivities<ComplaintActivities & RowActivities>({ ...quick, summary }));
  } catch (error) {
    if (faultIn(error)) throw error;
    log.warn('the database is away; catching up when it is back', { error });
    away();
    return await call(proxyActivities<ComplaintActivities & RowActivities>({ ...patient, summary }));
  }
}

/** How many of the written entries are kept, should an older database be restored. */
const keptEntries = 50;

/** That the record does not fit; anything else that an activity throws is tried again. */
function faultIn(error: unknown): RecordFault | undefined {
  // Of a local activity it comes as it is.
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  return isRecordFault(type) ? type : undefined;
}

interface Moved {
  next: Case;
  entries: Entry[];
}

export class Recorder {
  /** Entries that are taken and not yet written. */
  readonly queue: Entry[] = [];
  /** The last entry that is written. */
  recorded: number;
  /** True while the database is away: decisions are answered before their record. */
  behind = false;
  /** The last few entries, for what ops see. */
  recent: Entry[] = [];
  /** How this run goes together with its record; while it does not, nothing is taken and nothing written. */
  standing: Standing = 'in-step';
  /** The last entry that was answered for before it was written. */
  answered = 0;
  private written: Entry[] = [];
  private deadlines = new Map<number, Due>();
  private deadlinesAfter = new Map<number, Due>();
  private readonly number: string;
  private readonly rowsNamed: boolean;

  constructor({ number, rowsNamed }: ComplaintInput, recorded: number) {
    this.number = number;
    this.rowsNamed = rowsNamed === true;
    this.recorded = recorded;
  }

  /**
   * Writes what is queued; then hands the clocks that were computed to the desk's case, which may have moved on meanwhile.
   * Undefined when the record does not fit: `standing` says how.
   */
  async write(desk: { case: Case; move: (moved: Moved) => void }): Promise<Recorded | undefined> {
    const entries = this.queue.slice();
    const recorded = await this.tryWriting(entries);
    if (!recorded) return undefined;
    this.behind = false;
    this.queue.splice(0, entries.length);
    this.note(entries, recorded);
    desk.case = attach(desk.case, recorded);
    if (recorded.beyond) {
      this.fallOut('record-ahead');
      return undefined;
    }
    // reading 16: a breach that the new deadlines undo is undone in the record too.
    const undone = undoneBy(recorded, entries);
    if (undone.length > 0) desk.move(unbreach(desk.case, undone, new Date().toISOString()));
    return recorded;
  }

  private async tryWriting(entries: Entry[]): Promise<Recorded | undefined> {
    try {
      return await persist(
        recordSummary(entries),
        (activities) => this.recordOf(activities, entries)({ number: this.number, entries }),
        () => this.fallBehind(),
      );
    } catch (error) {
      const fault = faultIn(error);
      if (!fault) throw error;
      this.fallOut(fault);
      return undefined;
    }
  }

  /** What nobody was answered for was not taken; the rest is kept for who mends. */
  private fallOut(fault: RecordFault): void {
    const owed = this.queue.filter(({ seq }) => seq <= this.answered);
    this.queue.splice(0, this.queue.length, ...owed);
    this.standing = fault === 'record-short' ? 'ahead' : owed.length > 0 ? 'parted' : 'behind';
  }

  /** How the record stands to what this run has written. */
  async lookAtRecord(): Promise<OnRecord> {
    const record = await this.ask('readRecord', (activities) => activities.readRecord(this.number));
    const last = this.recent.at(-1)?.type ?? null;
    const seq = Math.max(this.recorded, this.answered);
    const found = standingTo(record, { seq, last });
    if (this.standing === 'in-step' || this.standing === 'ahead') this.standing = found;
    return record;
  }

  /** For who writes what an older record lacks. */
  get kept(): { seq: number; entries: Entry[] } {
    const entries = [...this.written, ...this.queue.filter(({ seq }) => seq <= this.answered)];
    return { seq: Math.max(this.recorded, this.answered), entries };
  }

  /** Who takes over from an office, or null: it has not ended. */
  findSuccession(officeId: string): ReturnType<ComplaintActivities['findSuccession']> {
    return this.ask('findSuccession', (activities) => activities.findSuccession(officeId));
  }

  /** What the database knows of what a signal names. */
  lookUp(asked: Omit<Asked, 'number'>): Promise<LookedUp> {
    return this.ask('lookUp', (activities) => activities.lookUp({ ...asked, number: this.number }));
  }

  /** Claims the original of a duplicate: false when it is none. */
  claim(claim: Omit<Claim, 'number'>): Promise<boolean> {
    return this.ask('claimOriginal', (activities) =>
      activities.claimOriginal({ ...claim, number: this.number }),
    );
  }

  release(token: string): Promise<void> {
    return this.ask('releaseOriginal', (activities) =>
      activities.releaseOriginal({ number: this.number, token }),
    );
  }

  /** Who waits for a decision meanwhile does not wait for the database. */
  private async ask<T>(
    what: keyof typeof activitySummaries,
    call: (activities: ComplaintActivities) => Promise<T>,
  ): Promise<T> {
    const answer = await persist(activitySummaries[what], call, () => this.fallBehind());
    this.behind = false;
    return answer;
  }

  /** The original that this report repeats, as the record has it. */
  findOriginal(): ReturnType<ComplaintActivities['findOriginal']> {
    return this.ask('findOriginal', (activities) => activities.findOriginal(this.number));
  }

  /** The office as the tree has it now, or null; as 0.1.0 asked. */
  findOffice(id: string): ReturnType<ComplaintActivities['findOffice']> {
    return persist(
      activitySummaries.findOffice,
      (activities) => activities.findOffice(id),
      () => {},
    );
  }

  /** How a clock was asked for by entry `seq`, while that is not written. */
  asked(clock: ClockName, seq: number): ClockRequest | undefined {
    const entry = this.queue.find((one) => one.seq === seq);
    return entry?.requests.find((request) => request.clock === clock);
  }

  /** The deadline that began with entry `seq`, if one did. */
  deadlineOf(seq: number): Due | undefined {
    return this.deadlines.get(seq);
  }

  /** The deadline that people see after entry `seq`, once that is written. */
  deadlineAfter(seq: number): Due | undefined {
    return this.deadlinesAfter.get(seq);
  }

  /** The activity that writes them, named by the row at which they begin. */
  private recordOf(activities: ComplaintActivities & RowActivities, [first]: readonly Entry[]) {
    return this.rowsNamed && first ? activities[`SOP ${first.step}`] : activities.record;
  }

  /** From now on answers are given without what the record computes; the same is kept. */
  private fallBehind(): void {
    this.behind = true;
    this.answered = this.queue.at(-1)?.seq ?? this.answered;
    for (const { answer } of this.queue) if (answer) answer.early = true;
  }

  private note(entries: Entry[], recorded: Recorded): void {
    this.recorded = entries.at(-1)?.seq ?? this.recorded;
    this.recent = [...this.recent, ...entries].slice(-5);
    this.written = [...this.written, ...entries].slice(-keptEntries);
    this.deadlinesAfter = new Map(recorded.deadlines?.map(({ seq, ...due }) => [seq, due]));
    this.deadlines = new Map(
      recorded.clocks
        .filter(({ clock }) => ['row', 'completion', 'rejection'].includes(clock.request.clock))
        .map(({ seq, clock }) => [seq, dueOfClock(clock)]),
    );
  }
}
