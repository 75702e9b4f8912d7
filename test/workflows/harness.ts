// A complaint under time skipping: the real workflow, the real record activity, a real PostgreSQL.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { inject, vi } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { appRole } from '../../db/schema/app-role.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { type Actor, type Case, type Decision, reporter } from '../../sop/case.ts';
import type { Clock } from '../../sop/time/clock.ts';
import type { Outcome } from '../../sop/entry.ts';
import type { Office } from '../../sop/offices.ts';
import type { Action } from '../../sop/terms.ts';
import { Engine } from '../../engine/engine.ts';
import { addSearchAttributes } from '../../engine/search-attributes.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { useOwnSandbox } from '../../worker/sandbox/own-sandbox.ts';
import type { complaint } from '../../workflows/complaint.ts';
import {
  caseQuery,
  type ComplaintInput,
  complaintWorkflow,
  decisionUpdate,
  newRun,
  taskQueue,
} from '../../workflows/messages.ts';
import { clockShiftMs } from '../support/clock/clock.ts';
import { freshDatabase } from '../support/database.ts';
import { identityKeys } from '../support/runner/identity-keys.ts';
import { Proxy } from '../support/servers/proxy.ts';
import '../support/quiet-runtime.ts';
import { noSpans } from '../support/replays.ts';
import { testServerPath } from '../support/servers/test-server.ts';
import { agency, allOffices, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { wordsOf } from '../support/said.ts';

const program = (path: string) => ({ executable: { type: 'existing-path' as const, path } });
const timeSkippingServer = async () =>
  TestWorkflowEnvironment.createTimeSkipping({ server: program(await testServerPath()) });
const realServer = (extraArgs: string[]) =>
  TestWorkflowEnvironment.createLocal({
    server: { ...program(inject('temporalPath')), log: { format: 'pretty', level: 'error' }, extraArgs },
  });

type Handle = WorkflowHandleWithFirstExecutionRunId<typeof complaint>;
type Said = Partial<
  Pick<
    Decision,
    'reason' | 'text' | 'target' | 'expectedRevision' | 'duplicateOf' | 'under' | 'changes' | 'validUntil'
  >
>;

export interface EventRow {
  seq: number;
  at: Date;
  type: string;
  step: number;
  toStep: number;
  status: string;
  actorRole: string;
  fromOfficeId: string | null;
  toOfficeId: string | null;
  deadline: Date | null;
  data: Record<string, unknown>;
}

type NewWorker = (options: Partial<WorkerOptions>) => Promise<Worker>;

export class Harness {
  readonly env: TestWorkflowEnvironment;
  readonly sql: Sql;
  /** The activities reach the database through it. */
  readonly proxy: Proxy;
  private readonly newWorker: NewWorker;
  private readonly finish: () => Promise<void>;
  private readonly workers = new Set<() => Promise<void>>();
  private filed = 0;

  private constructor(
    env: TestWorkflowEnvironment,
    sql: Sql,
    proxy: Proxy,
    newWorker: NewWorker,
    finish: () => Promise<void>,
  ) {
    this.env = env;
    this.sql = sql;
    this.proxy = proxy;
    this.newWorker = newWorker;
    this.finish = finish;
  }

  /** `real`: on a Temporal server as ops run it, where time does not skip; `flags` are its own. A worker runs, of no version. */
  static async open({ traced = false, real = false, flags = [] as string[] } = {}): Promise<Harness> {
    const database = await freshDatabase();
    const { sql } = database;
    for (const { id, name, level, parentId, zone } of allOffices.filter(({ id }) => id !== 'nasional')) {
      await sql`insert into offices (id, name, level, parent_id, time_zone) values (${id}, ${name}, ${level}, ${parentId}, ${zone})`;
    }
    const env = real ? await realServer(flags) : await timeSkippingServer();
    await addSearchAttributes(env.connection);
    const proxy = await Proxy.before(database.url);
    const through = openDatabase(proxy.url, { role: appRole, keys: identityKeys });
    useOwnSandbox();
    const newWorker: NewWorker = async (options) =>
      Worker.create({
        connection: env.nativeConnection,
        taskQueue,
        workflowBundle: await bundleWorkflows({ traced }),
        activities: createActivities({ sql: through, engine: new Engine(env.client) }),
        sinks: noSpans,
        ...options,
      });
    const harness = new Harness(env, sql, proxy, newWorker, async () => {
      await env.teardown();
      await through.end({ timeout: 1 });
      proxy.close();
      await database.close();
    });
    await harness.work();
    return harness;
  }

  async close(): Promise<void> {
    await this.rest();
    await this.finish();
  }

  /** One more worker, until what this gives is called. */
  async work(options: Parameters<NewWorker>[0] = {}): Promise<() => Promise<void>> {
    const worker = await this.newWorker(options);
    const running = worker.run();
    const stop = async () => {
      if (!this.workers.delete(stop)) return;
      worker.shutdown();
      await running;
    };
    this.workers.add(stop);
    return stop;
  }

  /** Stops every worker that runs. */
  async rest(): Promise<void> {
    for (const stop of this.workers) await stop();
  }

  /** Files a report now (in the server's time), or at `receivedAt`. */
  async file(filing: Partial<ComplaintInput> = {}): Promise<Report> {
    this.filed += 1;
    const number = `LAP-UJI-${this.filed}`;
    const receivedAt = filing.receivedAt ?? new Date(await this.nowMs()).toISOString();
    await this.sql`
      insert into complaints (number, kind, oversight, title, description, channel, confidentiality, access_key_hash, received_at)
      values (${number}, ${filing.kind ?? 'pengaduan'}, ${filing.oversight ?? false}, 'Judul', 'Uraian', 'web', 'terbuka', '', ${receivedAt})`;
    await this
      .sql`insert into identities (number, name, email) values (${number}, 'Siti', 'siti@example.org')`;
    const input: ComplaintInput = {
      number,
      ...newRun,
      kind: 'pengaduan',
      oversight: false,
      national,
      agency: null,
      ...filing,
      receivedAt,
    };
    const handle = await this.env.client.workflow.start<typeof complaint>(complaintWorkflow, {
      workflowId: number,
      taskQueue,
      args: [input],
    });
    return new Report(number, handle, this.sql);
  }

  /** Down to row 10, held by a UPT. */
  async downToUpt(report: Report): Promise<void> {
    await report.by(national, 'dispose', { target: agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    await report.by(echelon1, 'respond');
    await report.by(echelon1, 'dispose', { target: upt });
    await report.by(upt, 'receive');
  }

  /** As workflows read it: a server that skips time has a clock of its own, which cannot be moved. */
  async nowMs(): Promise<number> {
    return this.env.supportsTimeSkipping ? (await this.env.currentTimeMs()) + clockShiftMs : Date.now();
  }

  /** Lets time pass until `at` (ISO 8601). */
  async until(at: string): Promise<void> {
    const ms = Date.parse(at) - (await this.nowMs());
    if (ms > 0) await this.env.sleep(ms);
  }
}

export class Report {
  readonly number: string;
  readonly handle: Handle;
  private readonly sql: Sql;

  constructor(number: string, handle: Handle, sql: Sql) {
    this.number = number;
    this.handle = handle;
    this.sql = sql;
  }

  /** An office decides; the words a decision needs are filled in unless given. */
  by(office: Office, action: Action, said: Said = {}, updateId?: string): Promise<Outcome> {
    const actor: Actor = { role: office.level, officeId: office.id, name: `Petugas ${office.id}` };
    return this.send({ action, actor, reason: 'alasan', text: wordsOf(action), ...said }, updateId);
  }

  byReporter(action: Action, text = 'isi'): Promise<Outcome> {
    return this.send({ action, actor: reporter, text });
  }

  case(): Promise<Case> {
    return this.handle.query(caseQuery);
  }

  /** Waits until the row's clock runs, which is only after the record has computed it. */
  rowClock(): Promise<Clock> {
    return vi.waitFor(async () => {
      const { row } = (await this.case()).clocks;
      if (!row) throw new Error(`${this.number}: no clock of the row runs.`);
      return row;
    }, 30_000);
  }

  events(): Promise<EventRow[]> {
    return this.sql<EventRow[]>`select * from events where number = ${this.number} order by seq`;
  }

  private send(decision: Decision, updateId?: string): Promise<Outcome> {
    return this.handle.executeUpdate(decisionUpdate(decision.action), {
      args: [decision],
      ...(updateId && { updateId }),
    });
  }
}

/** The refusal code of a refused decision; `taken` when it was not refused. */
export async function refusalCode(decision: Promise<unknown>): Promise<string> {
  try {
    await decision;
    return 'taken';
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return (cause as { type?: string } | undefined)?.type ?? String(error);
  }
}
