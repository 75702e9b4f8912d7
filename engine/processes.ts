// The workflows of reports as such: which there are, how they stand to their records, and new ones that go on from these.
import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import {
  complaintWorkflow,
  type ComplaintInput,
  recordUpdate,
  resumeOptions,
  type Standing,
  taskQueue,
  type Written,
  writtenQuery,
} from '../workflows/messages.ts';
import { callEngine, startOnce, type Wire } from './calls.ts';
import { EngineAway, NoAnswer } from './errors.ts';

export type { Written };

const lookMs = 2_000;
const startMs = 3_000;
/** Of one that has to be replayed first. */
const answerMs = 10_000;
/** Of all pages together. */
const listMs = 60_000;

/** `stopped`: terminated, failed, timed out or cancelled, without an end of its own. */
export type ProcessState = 'running' | 'ended' | 'stopped' | 'missing';

/** What visibility has of one, which may lag by a second. */
export interface Seen {
  step: number | undefined;
  status: string | undefined;
  officeId: string | undefined;
}

export class Processes {
  private readonly wire: Wire;

  constructor(wire: Wire) {
    this.wire = wire;
  }

  private get client(): Client {
    return this.wire.client;
  }

  /** What the engine itself says of a report's workflow, without visibility's lag. Throws `EngineAway`. */
  async stateOf(number: string): Promise<ProcessState> {
    try {
      const { status } = await this.within(lookMs, () => this.client.workflow.getHandle(number).describe());
      if (status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW') return 'running';
      return status.name === 'COMPLETED' ? 'ended' : 'stopped';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'missing';
      throw error;
    }
  }

  /** All that run by number, as visibility has them. Throws `EngineAway`. */
  async open(): Promise<Map<string, Seen>> {
    const query = `WorkflowType="${complaintWorkflow}" AND ExecutionStatus="Running"`;
    return this.within(listMs, async () => {
      const seen = new Map<string, Seen>();
      for await (const { workflowId, searchAttributes } of this.client.workflow.list({ query })) {
        const of = (name: string) => searchAttributes[name]?.[0];
        const text = (name: string) => (typeof of(name) === 'string' ? String(of(name)) : undefined);
        const step = of('TuntasStep');
        seen.set(workflowId, {
          step: typeof step === 'number' ? step : undefined,
          status: text('TuntasStatus'),
          officeId: text('TuntasOffice'),
        });
      }
      return seen;
    });
  }

  /** By number, those of which a run was ended from outside since then: also by a reset, which begins another. Throws `EngineAway`. */
  async stoppedSince(since: Date): Promise<Set<string>> {
    const query = `WorkflowType="${complaintWorkflow}" AND ExecutionStatus="Terminated" AND CloseTime > "${since.toISOString()}"`;
    return this.within(listMs, async () => {
      const ids = new Set<string>();
      for await (const { workflowId } of this.client.workflow.list({ query })) ids.add(workflowId);
      return ids;
    });
  }

  /**
   * Has a running one look at its record: behind it, it goes on from there. Gives how it was found; undefined when none
   * runs, or it knows no such question. Throws `NoAnswer`.
   */
  async lookAtRecord(number: string): Promise<Standing | undefined> {
    try {
      return await this.answer(() => this.client.workflow.getHandle(number).executeUpdate(recordUpdate));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError)
        return undefined;
      throw error;
    }
  }

  /**
   * What the last run of a report has written or answered, also of one that has ended. Throws `NoAnswer`, and something
   * else where it can never say.
   */
  written(number: string): Promise<Written> {
    return this.answer(() => this.client.workflow.getHandle(number).query(writtenQuery));
  }

  /** Goes on from the record by a new run; `inPlace`: the one that runs ends there, else it stays. Throws `EngineAway`. */
  resume(input: ComplaintInput, { inPlace }: { inPlace: boolean }): Promise<boolean> {
    return startOnce(
      this.within(startMs, () =>
        this.client.workflow.start(complaintWorkflow, resumeOptions(input, { inPlace })),
      ),
    );
  }

  /** Whether it waits for what it has answered, or found, to be written: the database was away. Throws `EngineAway`. */
  async owes(number: string): Promise<boolean> {
    try {
      const { raw } = await this.within(answerMs, () => this.client.workflow.getHandle(number).describe());
      return (raw.pendingActivities ?? []).some(({ activityType }) => isRecord(activityType?.name ?? ''));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** Everything of ours that runs, reports or not, as visibility has it. Throws `EngineAway`. */
  async running(): Promise<{ id: string; isReport: boolean }[]> {
    const query = `TaskQueue="${taskQueue}" AND ExecutionStatus="Running"`;
    return this.within(listMs, async () => {
      const found: { id: string; isReport: boolean }[] = [];
      for await (const { workflowId: id, type } of this.client.workflow.list({ query }))
        found.push({ id, isReport: type === complaintWorkflow });
      return found;
    });
  }

  /** Ends one from outside, for good; false when it has ended already. Throws `EngineAway`. */
  async end(id: string, why: string): Promise<boolean> {
    try {
      await this.within(answerMs, () => this.client.workflow.getHandle(id).terminate(why));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  private async answer<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.within(answerMs, call);
    } catch (error) {
      throw error instanceof EngineAway ? new NoAnswer(error) : error;
    }
  }

  private within<T>(ms: number, call: () => Promise<T>): Promise<T> {
    return callEngine(this.client, ms, call);
  }
}

/** An activity that writes the record, by the name of its row or as 0.1.0 called it. */
function isRecord(activity: string): boolean {
  return activity === 'record' || /^SOP \d+$/.test(activity);
}
