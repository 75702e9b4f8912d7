// The worker process: runs the workflows and activities until it is told to stop.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../activities/index.ts';
import { Pace } from '../activities/pace.ts';
import { openKeyRing, openWorkerCodec } from '../codec/open.ts';
import { warningOf } from '../db/schema/app-role.ts';
import { openDatabase, type Sql } from '../db/connection/client.ts';
import { logSafely, logStream } from '../tracing/log-safely.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { EngineAway } from '../engine/errors.ts';
import { addressOf, type Place, placesOf } from '../engine/places/place.ts';
import type { Settings } from '../settings/known.ts';
import { ownSettings } from '../settings/read.ts';
import { startTracing } from '../tracing/start.ts';
import { taskQueue } from '../workflows/messages.ts';
import { buildId, workflowBundle } from './bundle.ts';
import { connect, type Parts, type Post, takePost } from './post.ts';
import { sweep } from './sweep.ts';
import { takeOver } from './take-over.ts';
import { useOwnSandbox } from './sandbox/own-sandbox.ts';
import { notePlace, whichRuns } from './which-engine.ts';

/** In every event of a task, so short; the log says whose it is. */
const identity = randomBytes(3).toString('base64url');
const settings = ownSettings('worker');
const log = pino({ ...logSafely, name: 'worker', level: settings.LOG_LEVEL }, logStream());
/** Between two looks at which engine the reports run on: at the start, and once that is known. */
const lookMs = { first: 100, settled: 1_000 };
const againMs = 1_000;
/** At most so often the same is said. */
const saidEveryMs = 60_000;

try {
  await main();
} catch (error) {
  log.fatal(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// A pool or a native handle that lingers must not keep a stopped worker alive.
process.exit();

async function main(): Promise<void> {
  const { DATABASE_URL, METRICS_ADDRESS: bindAddress, TUNTAS_IDENTITY_KEYS: keys } = settings;
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
  const stopping = new AbortController();
  const { signal: stop } = stopping;
  const places = placesOf(settings.TEMPORAL_NEXT);
  const connections = places.map((place) => connect(place, log, stop));
  const [standing, bundle, build] = await Promise.all([
    prepareDatabase(DATABASE_URL, settings.SLA_POLICY_FILE, keys),
    workflowBundle({ traced: tracing !== undefined }),
    buildId(),
  ]);
  const { role } = standing;
  const warning = warningOf(standing);
  if (warning) log.warn(warning);
  const sql = openDatabase(DATABASE_URL, { role, keys });
  const { dataConverter } = openWorkerCodec(await openKeyRing(settings, sql), sql);
  const pace = new Pace();
  const parts: Parts = {
    identity,
    dataConverter,
    bundle,
    build,
    tracing,
    activitiesFor: (engine, engineId) =>
      createActivities({
        sql,
        mail: mailOf(settings),
        privateWebhooks: settings.WEBHOOK_ALLOW_PRIVATE ?? [],
        engine,
        pace,
        engineId,
      }),
  };
  const posts: Post[] = [];
  const workers: Post['worker'][] = [];
  const shutDown = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener('abort', () => {
      shutDown();
      resolve(undefined);
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
    process.once(signal, () => stopping.abort());
  const work = async (place: Place, at: number) => {
    const connection = await Promise.race([connections[at], stopped]);
    if (!connection) return;
    while (!stop.aborted) {
      const post = await takePost(place, connection, parts).catch((error: unknown) => {
        // Where the reports are to move perhaps nobody has made the namespace yet.
        if (at === 0 && !(error instanceof EngineAway)) throw error;
        log.warn({ err: error, address: addressOf(place) }, 'no worker can be begun there; trying again');
        return undefined;
      });
      if (post) {
        const { worker, engine, running } = post;
        workers.push(worker);
        if (stop.aborted) shutDown();
        const ready = takeOver(engine, build, log, {
          takesOver: settings.WORKER_TAKES_OVER,
          stopped: () => worker.getState() !== 'RUNNING',
        });
        await Promise.all([running, ready.then(() => posts.push(post))]);
        return;
      }
      await sleep(againMs, undefined, { signal: stop }).catch(() => {});
    }
  };
  await Promise.all([...places.map(work), tend(sql, posts, places, { pace, stop, build })]);
  await Promise.all([sql.end({ timeout: 2 }), tracing?.stop()]);
}

/** Does for the engine that the reports run on what a worker does besides: courier, schedules, sweeps; until it is stopped. */
async function tend(
  sql: Sql,
  posts: readonly Post[],
  places: readonly [Place, ...Place[]],
  { pace, stop, build }: { pace: Pace; stop: AbortSignal; build: string },
): Promise<void> {
  let here: Post | undefined;
  const sweeps: (() => Promise<unknown>)[] = [];
  let saidAt = Number.NEGATIVE_INFINITY;
  const complain = (what: object, line: string) => {
    if (performance.now() - saidAt < saidEveryMs) return;
    saidAt = performance.now();
    log.warn(what, line);
  };
  while (!stop.aborted) {
    try {
      const there = await whichRuns(sql, posts, places[0]);
      if (there !== here) {
        for (const end of sweeps) void end();
        here = undefined;
        if (there) {
          await there.engine.startCourier();
          await there.engine.schedules.ensure();
          await notePlace(sql, there);
          sweeps.push(sweep(sql, there.engine, log, { pace, mailing: settings.SMTP_URL !== undefined }));
          here = there;
          const { namespace } = there.place;
          const address = addressOf(there.place);
          log.info({ namespace, address, taskQueue, identity, build, host: hostname() }, 'worker is running');
        }
      }
      if (!there && posts.length > 0)
        complain(
          {},
          'the reports run on another Temporal than this worker knows; npm run move-engine moves them',
        );
    } catch (error) {
      complain({ err: error }, 'this worker waits for the Temporal that the reports run on');
    }
    const isSettled = here !== undefined || posts.length === places.length;
    await sleep(isSettled ? lookMs.settled : lookMs.first, undefined, { signal: stop }).catch(() => {});
  }
  await Promise.all(sweeps.map((end) => end()));
}

function mailOf({ SMTP_URL: url, SMTP_FROM: from, PUBLIC_URL: publicUrl }: Settings<'worker'>) {
  return url === undefined ? undefined : { url, from, publicUrl };
}
