// The worker process: runs the workflows and activities until it is told to stop.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../activities/index.ts';
import { Pace } from '../activities/pace.ts';
import { openKeyRing, openWorkerCodec } from '../codec/open.ts';
import { noRoleWarning } from '../db/schema/app-role.ts';
import { openDatabase } from '../db/connection/client.ts';
import { logSafely, logStream } from '../tracing/log-safely.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { Engine } from '../engine/engine.ts';
import { registerSearchAttributes } from '../engine/search-attributes.ts';
import { deploymentName } from '../engine/workers/versions.ts';
import type { Settings } from '../settings/known.ts';
import { ownSettings } from '../settings/read.ts';
import { startTracing } from '../tracing/start.ts';
import { taskQueue } from '../workflows/messages.ts';
import { buildId, workflowBundle } from './bundle.ts';
import { sweep } from './sweep.ts';
import { takeOver } from './take-over.ts';
import { useOwnSandbox } from './sandbox/own-sandbox.ts';

/** In every event of a task, so short; the log says whose it is. */
const identity = randomBytes(3).toString('base64url');
const settings = ownSettings('worker');
const log = pino({ ...logSafely, name: 'worker', level: settings.LOG_LEVEL }, logStream());

try {
  await main();
} catch (error) {
  log.fatal(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// A pool or a native handle that lingers must not keep a stopped worker alive.
process.exit();

async function main(): Promise<void> {
  const { DATABASE_URL, METRICS_ADDRESS: bindAddress } = settings;
  useOwnSandbox();
  const tracing = await startTracing('tuntas-worker', settings);
  Runtime.install({
    logger: {
      log: (level, message) => log.info({ level }, message),
      trace: (message, meta) => log.trace(meta ?? {}, message),
      debug: (message, meta) => log.debug(meta ?? {}, message),
      info: (message, meta) => log.info(meta ?? {}, message),
      warn: (message, meta) => log.warn(meta ?? {}, message),
      error: (message, meta) => log.error(meta ?? {}, message),
    },
    ...(bindAddress && { telemetryOptions: { metrics: { prometheus: { bindAddress } } } }),
    // This process decides itself when to stop.
    shutdownSignals: [],
  });
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const [{ role, owner }, connection, bundle, build] = await Promise.all([
    prepareDatabase(DATABASE_URL, settings.SLA_POLICY_FILE),
    connect(connectionOptions, namespace),
    workflowBundle({ traced: tracing !== undefined }),
    buildId(),
  ]);
  if (owner && !role) log.warn(noRoleWarning);
  const sql = openDatabase(DATABASE_URL, { role });
  const { dataConverter } = openWorkerCodec(await openKeyRing(settings, sql), sql);
  const client = new Client({
    connection,
    namespace,
    identity,
    dataConverter,
    ...(tracing && { interceptors: { workflow: [tracing.client] } }),
  });
  const engine = new Engine(client);
  const pace = new Pace();
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter,
    workflowBundle: bundle,
    // Open reports go on with the build that is current, which they reach at their next task (decision 46).
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName, buildId: build },
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
    identity,
    activities: createActivities({
      sql,
      mail: mailOf(settings),
      privateWebhooks: settings.WEBHOOK_ALLOW_PRIVATE ?? [],
      engine,
      pace,
    }),
    maxCachedWorkflows: 500,
    // What it has taken it does in order; the rest stays with the engine, where a decision goes to the front (decision 31).
    maxConcurrentWorkflowTaskExecutions: 8,
    shutdownGraceTime: '3s',
    shutdownForceTime: '8s',
    ...tracing?.worker,
  });
  const running = worker.run();
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
    process.once(signal, () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    });
  }
  await takeOver(engine, build, log, {
    takesOver: settings.WORKER_TAKES_OVER,
    stopped: () => worker.getState() !== 'RUNNING',
  });
  await engine.startCourier();
  await engine.schedules.ensure();
  const stopSweeping = sweep(sql, engine, log, { pace, mailing: settings.SMTP_URL !== undefined });
  log.info({ namespace, taskQueue, identity, build, host: hostname() }, 'worker is running');
  await running;
  await stopSweeping();
  await Promise.all([sql.end({ timeout: 2 }), tracing?.stop()]);
}

function mailOf({ SMTP_URL: url, SMTP_FROM: from, PUBLIC_URL: publicUrl }: Settings<'worker'>) {
  return url === undefined ? undefined : { url, from, publicUrl };
}

/** Waits for the engine, with a line every ten seconds, instead of dying before it. */
async function connect(
  options: Parameters<typeof NativeConnection.connect>[0],
  namespace: string,
): Promise<NativeConnection> {
  let connection: NativeConnection | undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      connection ??= await NativeConnection.connect(options);
      await registerSearchAttributes(connection, namespace);
      return connection;
    } catch (error) {
      if (attempt % 10 === 0) log.warn({ err: error }, 'the engine is away; waiting for it');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
