// Writes entries to PostgreSQL in order, exactly once: quickly by a local activity, patiently when the database is away.
import { log, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ComplaintActivities, LookedUp } from '../activities/types.ts';
import type { Case } from '../sop/case.ts';
import type { Entry, Recorded } from '../sop/entry.ts';
import { attach } from '../sop/fire.ts';

const quick = proxyLocalActivities<ComplaintActivities>({
  // A decision is acknowledged within two seconds though the database is away.
  startToCloseTimeout: '1500ms',
  scheduleToCloseTimeout: '1500ms',
  retry: { maximumAttempts: 1 },
});
const patient = proxyActivities<ComplaintActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
});

/** Runs an activity in place; when that fails or takes too long, as an ordinary one that is retried until it works. */
async function persist<T>(
  call: (activities: ComplaintActivities) => Promise<T>,
  away: () => void,
): Promise<T> {
  try {
    return await call(quick);
  } catch (error) {
    log.warn('the database is away; catching up when it is back', { error });
    away();
    return await call(patient);
  }
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
  private deadlines = new Map<number, string>();
  private readonly number: string;

  constructor(number: string, recorded: number) {
    this.number = number;
    this.recorded = recorded;
  }

  /** Writes what is queued; then hands the clocks that were computed to the desk's case, which may have moved on meanwhile. */
  async write(desk: { case: Case }): Promise<void> {
    const entries = this.queue.slice();
    const recorded = await persist(
      (activities) => activities.record({ number: this.number, entries }),
      () => {
        this.behind = true;
      },
    );
    this.behind = false;
    this.queue.splice(0, entries.length);
    this.note(entries, recorded);
    desk.case = attach(desk.case, recorded);
  }

  /** The offices as the tree has them now, or null. Who waits for a decision meanwhile does not wait for the database. */
  async lookUp(actorId: string | null, targetId: string | null): Promise<LookedUp> {
    if (actorId === null && targetId === null) return { actor: null, target: null };
    const found = await persist(
      (activities) => activities.lookUp({ actorId, targetId }),
      () => {
        this.behind = true;
      },
    );
    this.behind = false;
    return found;
  }

  /** The office as the tree has it now, or null; as 0.1.0 asked. */
  findOffice(id: string): ReturnType<ComplaintActivities['findOffice']> {
    return persist(
      (activities) => activities.findOffice(id),
      () => {},
    );
  }

  /** The deadline that began with entry `seq`, if one did. */
  deadlineOf(seq: number): string | undefined {
    return this.deadlines.get(seq);
  }

  private note(entries: Entry[], recorded: Recorded): void {
    this.recorded = entries.at(-1)?.seq ?? this.recorded;
    this.recent = [...this.recent, ...entries].slice(-5);
    this.deadlines = new Map(
      recorded.clocks
        .filter(({ clock }) => clock.request.clock === 'row' || clock.request.clock === 'completion')
        .map(({ seq, clock }) => [seq, clock.due]),
    );
  }
}
