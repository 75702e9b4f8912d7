// All that speaks to Temporal from outside a workflow: the API's and the worker's one way to it.
import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { courierSummary } from '../sop/notices/summary.ts';
import {
  courierWorkflow,
  recomputeOptions,
  recomputeWorkflow,
  successionOptions,
  successionWorkflow,
  taskQueue,
} from '../workflows/messages.ts';
import { callEngine, startOnce } from './calls.ts';
import { Complaints } from './complaints.ts';
import { Consultations } from './consultations.ts';
import { Processes } from './processes.ts';
import { Schedules } from './schedules.ts';
import { lookAtQueue, type Queue } from './workers/queue.ts';
import { Versions } from './workers/versions.ts';

const startMs = 3_000;
const lookMs = 2_000;
/** Every workflow answers it. */
const courierState = '__temporal_workflow_metadata';
/** Of whoever asks the engine from outside; short, since it stands in the history of every decision. */
const identity = 'api';

/** How what is started once is started: also again, when it was lost. */
const starts = { once: {}, lost: { workflowIdReusePolicy: 'ALLOW_DUPLICATE' } } as const;
type Start = keyof typeof starts;

export class Engine {
  readonly namespace: string;
  readonly complaints: Complaints;
  readonly processes: Processes;
  readonly consultations: Consultations;
  readonly schedules: Schedules;
  readonly versions: Versions;
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
    this.namespace = client.options.namespace;
    this.complaints = new Complaints(client);
    this.processes = new Processes(client);
    this.consultations = new Consultations(client);
    this.schedules = new Schedules(client);
    this.versions = new Versions(client);
  }

  /** By the SDK's standard environment settings; connects when first needed, so the API starts though the engine is away. */
  static fromEnvironment(
    dataConverter?: DataConverter,
    tracing?: { client: WorkflowClientInterceptor },
  ): Engine {
    const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
    const interceptors = tracing && { workflow: [tracing.client] };
    const connection = Connection.lazy(connectionOptions);
    const options = { connection, namespace, identity, ...(interceptors && { interceptors }) };
    return new Engine(new Client({ ...options, ...(dataConverter && { dataConverter }) }));
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
