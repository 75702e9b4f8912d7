// All that speaks to Temporal from outside a workflow: the API's and the worker's one way to it.
import type { Client, WorkflowClientInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { courierSummary } from '../sop/notices/summary.ts';
import {
  courierWorkflow,
  reconcileOptions,
  reconcileWorkflow,
  recomputeOptions,
  recomputeWorkflow,
  successionOptions,
  successionWorkflow,
  taskQueue,
} from '../workflows/messages.ts';
import { callEngine, startOnce, type Wire } from './calls.ts';
import { Complaints } from './complaints.ts';
import { Consultations } from './consultations.ts';
import { EngineAway } from './errors.ts';
import { openClient, placesOf } from './places/place.ts';
import { Processes } from './processes.ts';
import { Schedules } from './schedules.ts';
import { lookAtQueue, type Queue } from './workers/queue.ts';
import { Versions } from './workers/versions.ts';

const startMs = 3_000;
const lookMs = 2_000;
/** Every workflow answers it. */
const courierState = '__temporal_workflow_metadata';

/** How what is started once is started: also again, when it was lost. */
const starts = { once: {}, lost: { workflowIdReusePolicy: 'ALLOW_DUPLICATE' } } as const;
type Start = keyof typeof starts;

export class Engine {
  readonly complaints: Complaints;
  readonly processes: Processes;
  readonly consultations: Consultations;
  readonly schedules: Schedules;
  private readonly wire: Wire;

  constructor(client: Client) {
    this.wire = { client };
    this.complaints = new Complaints(this.wire);
    this.processes = new Processes(this.wire);
    this.consultations = new Consultations(this.wire);
    this.schedules = new Schedules(this.wire);
  }

  /** By the SDK's standard environment settings; connects when first needed, so the API starts though the engine is away. */
  static fromEnvironment(
    dataConverter?: DataConverter,
    tracing?: { client: WorkflowClientInterceptor },
  ): Engine {
    return new Engine(openClient(placesOf(undefined)[0], { dataConverter, tracing }));
  }

  private get client(): Client {
    return this.wire.client;
  }

  get versions(): Versions {
    return new Versions(this.client);
  }

  get namespace(): string {
    return this.client.options.namespace;
  }

  /** From now on all of it asks another one; the one before stays open. */
  turnTo(client: Client): void {
    this.wire.client = client;
  }

  /** Which one it is, wherever it is reached: that of its namespace. Throws `EngineAway`. */
  async id(): Promise<string> {
    const { namespace } = this;
    const { namespaceInfo } = await this.look(() =>
      this.client.workflowService.describeNamespace({ namespace }),
    );
    if (!namespaceInfo?.id) throw new EngineAway(new Error(`The namespace ${namespace} has no id.`));
    return namespaceInfo.id;
  }

  /**
   * Starts the batch that a change of calendar or policy owes; a second start does nothing. `lost`: it was started and never
   * finished; one that runs goes on. Throws `EngineAway`.
   */
  async startRecomputation(batch: { id: number; why: string }, how: Start = 'once'): Promise<void> {
    const options = { ...recomputeOptions(batch), ...starts[how] };
    await startOnce(
      callEngine(this.client, startMs, () => this.client.workflow.start(recomputeWorkflow, options)),
    );
  }

  /** Starts the batch that an office's end owes; otherwise the same. */
  async startSuccession(batch: { id: number; officeId: string }, how: Start = 'once'): Promise<void> {
    const options = { ...successionOptions(batch), ...starts[how] };
    await startOnce(
      callEngine(this.client, startMs, () => this.client.workflow.start(successionWorkflow, options)),
    );
  }

  /**
   * Has a worker reconcile now, or joins whoever asked for it a moment ago; gives what it came to when it is done. Throws
   * `EngineAway` when it cannot be begun, and something else when it failed.
   */
  async reconcile<Outcome>(): Promise<Outcome> {
    const handle = await callEngine(this.client, startMs, () =>
      this.client.workflow.start<() => Promise<Outcome>>(reconcileWorkflow, reconcileOptions),
    );
    return handle.result();
  }

  /** One courier for all workers; a second start of it is no error. */
  async startCourier(): Promise<void> {
    await this.client.workflow.start(courierWorkflow, {
      workflowId: courierWorkflow,
      taskQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: courierSummary,
    });
  }

  /** Whether the engine answers, and whether a worker does. */
  async health(): Promise<{ engine: boolean; worker: boolean }> {
    const [engine, worker] = await Promise.allSettled([this.serverVersion(), this.askWorker()]);
    return { engine: engine.status === 'fulfilled', worker: worker.status === 'fulfilled' };
  }

  /** Of the engine itself. Throws `EngineAway`. */
  async serverVersion(): Promise<string> {
    const { workflowService } = this.client.connection;
    return (await this.look(() => workflowService.getSystemInfo({}))).serverVersion;
  }

  /** Comes back when a worker is there: only a live one can answer a query. Throws `EngineAway`. */
  async askWorker(): Promise<void> {
    await this.look(() => this.client.workflow.getHandle(courierWorkflow).query(courierState));
  }

  /** Throws `EngineAway`. */
  queue(): Promise<Queue> {
    return this.look(() => lookAtQueue(this.client));
  }

  private look<T>(call: () => Promise<T>): Promise<T> {
    return callEngine(this.client, lookMs, call);
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }
}
