// Starts complaints, takes decisions to them, says whether the engine is there. With schedules.ts and engine-calls.ts all that the API knows of Temporal.
import {
  Client,
  Connection,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowClientInterceptor,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure, type DataConverter } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Case, Decision } from '../sop/case.ts';
import type { Outcome } from '../sop/entry.ts';
import { isRefusalCode, type RefusalCode, refusals } from '../sop/refusals.ts';
import {
  caseQuery,
  type ComplaintInput,
  complaintWorkflow,
  courierWorkflow,
  decideUpdate,
  recomputeOptions,
  recomputeWorkflow,
  startOptions,
} from '../workflows/messages.ts';
import { callEngine } from './engine-calls.ts';
import { Problem } from './http/problems.ts';
import { Schedules } from './schedules.ts';

const startMs = 3_000;
const lookMs = 2_000;
const glanceMs = 1_000;
/** A worker that comes to a decision later than this refuses it; whoever made it was told 503. */
const decisionMs = 5_000;
/** For the answer of a decision that was taken at the last moment. */
const graceMs = 4_000;

/** The workflow is not there: it has ended, or never began. */
export class NoOpenWorkflow extends Error {
  override readonly name = 'NoOpenWorkflow';
}

export class Complaints {
  readonly namespace: string;
  readonly schedules: Schedules;
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
    this.namespace = client.options.namespace;
    this.schedules = new Schedules(client);
  }

  /** By the SDK's standard environment settings; connects when first needed, so the API starts though the engine is away. */
  static fromEnvironment(
    dataConverter?: DataConverter,
    tracing?: { client: WorkflowClientInterceptor },
  ): Complaints {
    const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
    const interceptors = tracing && { workflow: [tracing.client] };
    const connection = Connection.lazy(connectionOptions);
    const options = { connection, namespace, ...(interceptors && { interceptors }) };
    return new Complaints(new Client({ ...options, ...(dataConverter && { dataConverter }) }));
  }

  /** Starts the complaint's workflow. A second start, also after its end, does nothing. */
  async start(input: ComplaintInput): Promise<void> {
    await this.within(startMs, () =>
      this.client.workflow.start(complaintWorkflow, startOptions(input)),
    ).catch((error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  }

  /**
   * Takes a decision to the complaint and answers its outcome. The same `key` again answers the same. Throws `Problem`
   * with the refusal's code, or `engine-away`; `NoOpenWorkflow` when there is nothing to decide on.
   */
  async decide(number: string, decision: Decision, key: string): Promise<Outcome> {
    const validUntil = new Date(Date.now() + decisionMs).toISOString();
    const handle = this.client.workflow.getHandle(number);
    const send = () =>
      this.within(decisionMs + graceMs, () =>
        handle.executeUpdate(decideUpdate, { args: [{ ...decision, validUntil }], updateId: key }),
      );
    try {
      return await untilSettled(send, Date.parse(validUntil));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new NoOpenWorkflow();
      if (error instanceof WorkflowUpdateFailedError) {
        const { cause } = error;
        const code = cause instanceof ApplicationFailure ? cause.type : undefined;
        if (isRefusalCode(code)) throw refusedBy(code);
      }
      throw error;
    }
  }

  /** Starts the batch that a change of calendar or policy owes. A second start does nothing. */
  async startRecomputation(batch: { id: number; why: string }): Promise<void> {
    await this.within(startMs, () =>
      this.client.workflow.start(recomputeWorkflow, recomputeOptions(batch)),
    ).catch((error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  }

  /** Whether the complaint's workflow has run and ended. */
  async hasEnded(number: string): Promise<boolean> {
    const handle = this.client.workflow.getHandle(number);
    try {
      return (await this.within(lookMs, () => handle.describe())).status.name !== 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /**
   * The case as the engine has it while its record has not caught up: it then waits for an activity. Undefined when it
   * has, when there is none, or when the engine cannot say at once: also of an id that it takes for none, or that is
   * another workflow's. Wakes a worker only when it is behind.
   */
  async unrecorded(number: string): Promise<Case | undefined> {
    const handle = this.client.workflow.getHandle(number);
    try {
      const { raw } = await this.within(glanceMs, () => handle.describe());
      if (!raw.pendingActivities?.length) return undefined;
      return await this.within(glanceMs, () => handle.query(caseQuery));
    } catch {
      return undefined;
    }
  }

  /** Whether the engine answers, and whether a worker does: only a live one can answer a query. */
  async health(): Promise<{ engine: boolean; worker: boolean }> {
    const courier = this.client.workflow.getHandle(courierWorkflow);
    const [engine, worker] = await Promise.allSettled([
      this.within(lookMs, () => this.client.connection.workflowService.getSystemInfo({})),
      this.within(lookMs, () => courier.query('__temporal_workflow_metadata')),
    ]);
    return { engine: engine.status === 'fulfilled', worker: worker.status === 'fulfilled' };
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  /** The engine did not answer: `engine-away`. For a decision that means: it was not taken, and will not be. */
  private within<T>(ms: number, call: () => Promise<T>): Promise<T> {
    return callEngine(this.client, ms, call);
  }
}

/** A refusal that is about one field says which. */
function refusedBy(code: RefusalCode): Problem {
  const errors = [{ path: 'duplicateOf', message: refusals[code].title }];
  return new Problem(code, code === 'not-an-original' ? { errors } : {});
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
      if (!isThrownAway(error) || Date.now() > until) throw error;
    }
  }
}

function isThrownAway(error: unknown): boolean {
  const rpc = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  // gRPC: failed precondition.
  return isGrpcServiceError(rpc) && [9].includes(rpc.code);
}
