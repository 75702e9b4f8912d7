// Complaints at the engine: started, decided on, told of new rules, looked at.
import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, type SignalDefinition, type UpdateDefinition } from '@temporalio/common';
import type { Case, Decision } from '../sop/case.ts';
import type { Outcome } from '../sop/entry.ts';
import { isRefusalCode, Refusal } from '../sop/refusal.ts';
import {
  caseQuery,
  type ComplaintInput,
  complaintWorkflow,
  decisionUpdate,
  originalSignal,
  recomputeSignal,
  recomputeUpdate,
  startOptions,
  successionSignal,
  successionUpdate,
} from '../workflows/messages.ts';
import { callEngine, EngineClock, isThrownAway, startOnce, type Wire } from './calls.ts';
import { EngineAway, NoOpenWorkflow } from './errors.ts';
import { Line } from './line.ts';

const startMs = 3_000;
/** Of one that has just begun: its first entries are being written. */
const firstMs = 5_000;
const glanceMs = 1_000;
/** A worker that comes to a decision later than this refuses it; whoever made it was told 503. */
const decisionMs = 5_000;
/** For the answer of a decision that was taken at the last moment. */
const graceMs = 4_000;
/** What a worker took in time it has written so long after it was sent, where the database lets it. */
export const decidedMs = decisionMs + 1_700;
/** One that a batch waits for longer does it later. */
const moveMs = 10_000;
/** To be let to the front of a line. */
const frontMs = 500;
/** As the server calls an update that its workflow has not answered before its end. */
const endedBefore = 'AcceptedUpdateCompletedWorkflow';
const priorities = { front: 1, usual: 3 };

export class Complaints {
  private readonly wire: Wire;
  private readonly line = new Line();
  private readonly clock = new EngineClock();

  constructor(wire: Wire) {
    this.wire = wire;
  }

  private get client(): Client {
    return this.wire.client;
  }

  /** Starts the complaint's workflow; false when it was started before. Throws `EngineAway`. */
  start(input: ComplaintInput): Promise<boolean> {
    return startOnce(
      this.within(startMs, () => this.client.workflow.start(complaintWorkflow, startOptions(input))),
    );
  }

  /**
   * Takes a decision to the complaint and answers its outcome. The same `key` again answers the same. Throws `Refusal`,
   * `EngineAway`, or `NoOpenWorkflow` when there is nothing to decide on.
   */
  async decide(number: string, decision: Decision, key: string): Promise<Outcome> {
    const until = performance.now() + decisionMs;
    const handle = this.client.workflow.getHandle(number);
    const update = decisionUpdate(decision.action);
    const send = () => {
      const validUntil = new Date(this.clock.timeAt(until)).toISOString();
      return this.within(decisionMs + graceMs, () =>
        handle.executeUpdate(update, { args: [{ ...decision, validUntil }], updateId: key }),
      );
    };
    const atFront = this.line.isLong && (await this.moveTo('front', number));
    const leave = this.line.enter(atFront);
    try {
      return await untilSettled(() => this.inTime(send), until);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new NoOpenWorkflow();
      if (error instanceof WorkflowUpdateFailedError) {
        const { cause } = error;
        if (cause instanceof ApplicationFailure && isRefusalCode(cause.type))
          throw new Refusal(cause.type, wantedIn(cause));
        // Somebody terminated it before it answered.
        if (cause instanceof ApplicationFailure && cause.type === endedBefore) throw new NoOpenWorkflow();
      }
      throw error;
    } finally {
      leave();
      if (atFront) void this.moveTo('usual', number);
    }
  }

  /** Once more when it came at another time than we thought: by the engine's clock it may be in time. */
  private async inTime<T>(send: () => Promise<T>): Promise<T> {
    const sent = performance.now();
    try {
      return await send();
    } catch (error) {
      const now = timeIn(error);
      if (now === undefined || !this.clock.learn(now, sent, performance.now())) throw error;
      return send();
    }
  }

  /** Where in a line of workflow tasks those of that complaint stand from now on; false when the engine knows no such order. */
  private async moveTo(place: keyof typeof priorities, number: string): Promise<boolean> {
    const { namespace } = this.client.options;
    const priority = { priorityKey: priorities[place] };
    try {
      await this.within(frontMs, () =>
        this.client.workflowService.updateWorkflowExecutionOptions({
          namespace,
          workflowExecution: { workflowId: number },
          workflowExecutionOptions: { priority },
          updateMask: { paths: ['priority'] },
        }),
      );
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Has a complaint reckon its deadlines anew, once a change, and waits until they are on record, ten seconds at most: who
   * takes longer does it then. False when its workflow has ended. Throws `EngineAway`.
   */
  recompute(number: string, { id, why }: { id: number; why: string }): Promise<boolean> {
    return this.move(number, { update: recomputeUpdate, signal: recomputeSignal }, why, `recompute-${id}`);
  }

  /** Has a complaint move from an office that has ended; otherwise the same. */
  succeed(number: string, officeId: string): Promise<boolean> {
    return this.move(number, { update: successionUpdate, signal: successionSignal }, officeId);
  }

  /** Tells a duplicate that its original has changed; false when its workflow has ended. Throws `EngineAway`. */
  tellOriginalChanged(number: string): Promise<boolean> {
    return this.tell(() => this.client.workflow.getHandle(number).signal(originalSignal));
  }

  /**
   * The case as the engine has it. Of one that has just been started: when its first entries are on record, or the
   * database is away. Writes nothing into its history. Throws `EngineAway` when engine or worker do not say in time.
   */
  caseOf(number: string): Promise<Case> {
    return this.within(firstMs, () => this.client.workflow.getHandle(number).query(caseQuery));
  }

  /**
   * The case as the engine has it while its record has not caught up: it then waits for an activity. Undefined when it
   * has, or when there is none: also of an id that it takes for none, or that is another workflow's. Wakes a worker only
   * when it is behind. Throws `EngineAway` when engine or worker do not say at once.
   */
  async unrecorded(number: string): Promise<Case | undefined> {
    const handle = this.client.workflow.getHandle(number);
    try {
      const { raw } = await this.within(glanceMs, () => handle.describe());
      if (!raw.pendingActivities?.length) return undefined;
      return await this.within(glanceMs, () => handle.query(caseQuery));
    } catch (error) {
      if (error instanceof EngineAway) throw error;
      // Of a query the same code says that no worker has asked for any for minutes.
      if (isThrownAway(error)) throw new EngineAway(error);
      return undefined;
    }
  }

  /** An update says when it is done; a signal waits for a workflow that cannot do it now, or knew no such update yet. */
  private async move(
    number: string,
    { update, signal }: { update: UpdateDefinition<void, [string]>; signal: SignalDefinition<[string]> },
    said: string,
    updateId?: string,
  ): Promise<boolean> {
    const handle = this.client.workflow.getHandle(number);
    const options = { args: [said] as [string], ...(updateId && { updateId }) };
    const send = () => this.within(moveMs, () => handle.executeUpdate(update, options).then(() => true));
    try {
      return (await orMissing(untilSettled(send, performance.now() + moveMs))) ?? false;
    } catch (error) {
      if (!(error instanceof EngineAway || error instanceof WorkflowUpdateFailedError)) throw error;
      return this.tell(() => handle.signal(signal, said));
    }
  }

  private async tell(signal: () => Promise<void>): Promise<boolean> {
    const told = this.within(startMs, signal).then(() => true);
    return (await orMissing(told)) ?? false;
  }

  private within<T>(ms: number, call: () => Promise<T>): Promise<T> {
    return callEngine(this.client, ms, call);
  }
}

/** Of a text that is too short: how many letters are wanted (reading 32). */
function wantedIn({ details }: ApplicationFailure): number | undefined {
  const [letters] = details ?? [];
  return typeof letters === 'number' ? letters : undefined;
}

/** Of a decision that came too late, or too early to be of our time: what time it was for the engine. */
function timeIn(error: unknown): number | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'expired') return undefined;
  const [now] = cause.details ?? [];
  return typeof now === 'number' ? now : undefined;
}

/** Undefined when there is no such workflow, or none that is open. */
async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/**
 * A decision that ends the report while a signal arrives makes the server throw that workflow task away, the decision
 * with it. Nothing was done; the same again, under the same key, is taken next.
 */
async function untilSettled<T>(send: () => Promise<T>, until: number): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!isThrownAway(error) || performance.now() > until) throw error;
    }
  }
}
