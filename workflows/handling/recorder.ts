// Writes entries to PostgreSQL in order, exactly once: quickly by a local activity, patiently when the database is away.
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/common';
import { log, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Asked, Claim, ComplaintActivities, LookedUp, RowActivities } from '../../activities/types.ts';
import { type Case, type Due, dueOfClock } from '../../sop/case.ts';
import type { Entry, Recorded } from '../../sop/entry.ts';
import { attach } from '../../sop/attach.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { activitySummaries } from '../../sop/notices/summary.ts';
import { unbreach, undoneBy } from '../../sop/recompute.ts';
import type { ComplaintInput } from '../messages.ts';
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
    log.warn('the database is away; catching up when it is back', { error });
    away();
    return await call(proxyActivities<ComplaintActivities & RowActivities>({ ...patient, summary }));
  }
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
  private deadlines = new Map<number, Due>();
  private deadlinesAfter = new Map<number, Due>();
  private readonly number: string;
  private readonly rowsNamed: boolean;

  constructor({ number, rowsNamed }: ComplaintInput, recorded: number) {
    this.number = number;
    this.rowsNamed = rowsNamed === true;
    this.recorded = recorded;
  }

  /** Writes what is queued; then hands the clocks that were computed to the desk's case, which may have moved on meanwhile. */
  async write(desk: { case: Case; move: (moved: Moved) => void }): Promise<Recorded> {
    const entries = this.queue.slice();
    const recorded = await persist(
      recordSummary(entries),
      (activities) => this.recordOf(activities, entries)({ number: this.number, entries }),
      () => this.fallBehind(),
    );
    this.behind = false;
    this.queue.splice(0, entries.length);
    this.note(entries, recorded);
    desk.case = attach(desk.case, recorded);
    // reading 16: a breach that the new deadlines undo is undone in the record too.
    const undone = undoneBy(recorded, entries);
    if (undone.length > 0) desk.move(unbreach(desk.case, undone, new Date().toISOString()));
    return recorded;
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
    for (const { answer } of this.queue) if (answer) answer.early = true;
  }

  private note(entries: Entry[], recorded: Recorded): void {
    this.recorded = entries.at(-1)?.seq ?? this.recorded;
    this.recent = [...this.recent, ...entries].slice(-5);
    this.deadlinesAfter = new Map(recorded.deadlines?.map(({ seq, ...due }) => [seq, due]));
    this.deadlines = new Map(
      recorded.clocks
        .filter(({ clock }) => ['row', 'completion', 'rejection'].includes(clock.request.clock))
        .map(({ seq, clock }) => [seq, dueOfClock(clock)]),
    );
  }
}
