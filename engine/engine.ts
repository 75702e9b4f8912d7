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
import { Schedules } from './schedules.ts';

const startMs = 3_000;
const lookMs = 2_000;
/** Of whoever asks the engine from outside; short, since it stands in the history of every decision. */
const identity = 'api';

export class Engine {
  readonly namespace: string;
  readonly complaints: Complaints;
  readonly consultations: Consultations;
  readonly schedules: Schedules;
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
    this.namespace = client.options.namespace;
    this.complaints = new Complaints(client);
    this.consultations = new Consultations(client);
    this.schedules = new Schedules(client);
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

  /** Starts the batch that a change of calendar or policy owes; a second start does nothing. Throws `EngineAway`. */
  async startRecomputation(batch: { id: number; why: string }): Promise<void> {
    await startOnce(
      callEngine(this.client, startMs, () =>
        this.client.workflow.start(recomputeWorkflow, recomputeOptions(batch)),
      ),
    );
  }

  /** Starts the batch that an office's end owes; a second start does nothing. Throws `EngineAway`. */
  async startSuccession(batch: { id: number; officeId: string }): Promise<void> {
    await startOnce(
      callEngine(this.client, startMs, () =>
        this.client.workflow.start(successionWorkflow, successionOptions(batch)),
      ),
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

  /** Whether the engine answers, and whether a worker does: only a live one can answer a query. */
  async health(): Promise<{ engine: boolean; worker: boolean }> {
    const courier = this.client.workflow.getHandle(courierWorkflow);
    const look = (call: () => Promise<unknown>) => callEngine(this.client, lookMs, call);
    const [engine, worker] = await Promise.allSettled([
      look(() => this.client.connection.workflowService.getSystemInfo({})),
      look(() => courier.query('__temporal_workflow_metadata')),
    ]);
    return { engine: engine.status === 'fulfilled', worker: worker.status === 'fulfilled' };
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }
}
