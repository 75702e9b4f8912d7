// The schedules in Temporal: made or brought up to date, listed in words, and ops' hands on them.
import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleDescription,
  type ScheduleHandle,
  ScheduleNotFoundError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { taskQueue } from '../workflows/messages.ts';
import { callEngine, type Wire } from './calls.ts';
import { NoSuchSchedule } from './errors.ts';
import { plans } from './schedule-plans.ts';

const patienceMs = 5_000;

export interface Schedule {
  id: string;
  /** In Indonesian, as `when` is. */
  what: string;
  when: string;
  paused: boolean;
  note: string | null;
  lastRunAt: Date | null;
  /** Null before the first run, and when the engine has forgotten it. */
  lastResult: 'running' | 'completed' | 'failed' | null;
  /** Null while paused. */
  nextRunAt: Date | null;
}

export class Schedules {
  private readonly wire: Wire;

  constructor(wire: Wire) {
    this.wire = wire;
  }

  private get client(): Client {
    return this.wire.client;
  }

  /** At every start of a worker. Safe to repeat and to race; pausing one in the UI stays. */
  async ensure(): Promise<void> {
    const { schedule } = this.client;
    for (const { what: _, ...plan } of plans) {
      const action = { ...plan.action, workflowId: `${plan.scheduleId}-run` };
      try {
        await schedule.create({ ...plan, action });
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await schedule.getHandle(plan.scheduleId).update((before) => ({
          ...before,
          spec: plan.spec,
          action,
          policies: { ...before.policies, ...plan.policies },
        }));
      }
    }
  }

  /** Of an engine that the reports have left. Safe to repeat. Throws `EngineAway`. */
  async remove(): Promise<void> {
    for (const { scheduleId } of plans)
      await this.within(() => this.client.schedule.getHandle(scheduleId).delete()).catch((error: unknown) => {
        if (!(error instanceof NoSuchSchedule)) throw error;
      });
  }

  /** Those of our task queue, by id, each as it is now. Throws `EngineAway` when it has not said so within `ms`. */
  async list(ms = patienceMs): Promise<Schedule[]> {
    return callEngine(this.client, ms, async () => {
      const { schedule } = this.client;
      const found: Schedule[] = [];
      // The list itself may lag; a description does not.
      for await (const { scheduleId } of schedule.list()) {
        const described = await schedule.getHandle(scheduleId).describe();
        if (isOurs(described)) {
          found.push({ ...scheduleOf(described), lastResult: await this.resultOf(described) });
        }
      }
      return found.toSorted((a, b) => a.id.localeCompare(b.id));
    });
  }

  /** Runs it now, also while it is paused. Throws `NoSuchSchedule`, `EngineAway`. */
  trigger(id: string): Promise<void> {
    return this.onOurs(id, (handle) => handle.trigger());
  }

  pause(id: string, note: string): Promise<void> {
    return this.onOurs(id, (handle) => handle.pause(note));
  }

  resume(id: string, note: string): Promise<void> {
    return this.onOurs(id, (handle) => handle.unpause(note));
  }

  private async resultOf({ info }: ScheduleDescription): Promise<Schedule['lastResult']> {
    const run = info.recentActions.at(-1)?.action.workflow;
    if (!run) return null;
    try {
      const { workflowId, firstExecutionRunId } = run;
      const { status } = await this.client.workflow.getHandle(workflowId, firstExecutionRunId).describe();
      if (status.name === 'RUNNING') return 'running';
      return status.name === 'COMPLETED' ? 'completed' : 'failed';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  private onOurs(id: string, act: (handle: ScheduleHandle) => Promise<void>): Promise<void> {
    return this.within(async () => {
      const handle = this.client.schedule.getHandle(id);
      if (!isOurs(await handle.describe())) throw new NoSuchSchedule();
      await act(handle);
    });
  }

  private async within<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await callEngine(this.client, patienceMs, call);
    } catch (error) {
      throw error instanceof ScheduleNotFoundError ? new NoSuchSchedule() : error;
    }
  }
}

/** Others may use the same namespace. */
function isOurs({ action }: ScheduleDescription): boolean {
  return action.type === 'startWorkflow' && action.taskQueue === taskQueue;
}

function scheduleOf({
  scheduleId: id,
  spec,
  state,
  info,
}: ScheduleDescription): Omit<Schedule, 'lastResult'> {
  const { paused, note } = state;
  return {
    id,
    what: plans.find(({ scheduleId }) => scheduleId === id)?.what ?? id,
    when: whenOf(spec),
    paused,
    note: note || null,
    lastRunAt: info.recentActions.at(-1)?.takenAt ?? null,
    nextRunAt: paused ? null : (info.nextActionTimes[0] ?? null),
  };
}

/** E.g. `hari kerja pukul 08.00 WIB` or `setiap 10 menit`. */
function whenOf({ calendars, intervals, timezone }: ScheduleDescription['spec']): string {
  const zone = new Intl.DateTimeFormat('id-ID', { timeZone: timezone || 'UTC', timeZoneName: 'short' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value;
  const two = (n: number | undefined) => String(n ?? 0).padStart(2, '0');
  return [
    ...(calendars ?? []).map(({ comment = '', hour, minute }) =>
      `${comment} pukul ${two(hour[0]?.start)}.${two(minute[0]?.start)} ${zone}`.trim(),
    ),
    ...(intervals ?? []).map(({ every }) => `setiap ${every / 60_000} menit`),
  ].join('; ');
}
