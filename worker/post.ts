// One engine's worker in this process: it polls there whether the reports run there or not, and its activities know which (decision 54).
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { createActivities } from '../activities/index.ts';
import { Engine } from '../engine/engine.ts';
import { addressOf, type Place } from '../engine/places/place.ts';
import { registerSearchAttributes } from '../engine/search-attributes.ts';
import { deploymentName } from '../engine/workers/versions.ts';
import type { startTracing } from '../tracing/start.ts';
import { taskQueue } from '../workflows/messages.ts';

export interface Post {
  place: Place;
  /** Of the engine that is there. */
  id: string;
  engine: Engine;
  worker: Worker;
  /** Until the worker is shut down; rejects when it fails. */
  running: Promise<void>;
}

/** What the workers of all engines are made of. */
export interface Parts {
  identity: string;
  dataConverter: DataConverter;
  bundle: WorkflowBundleOption;
  /** Of its workflows. */
  build: string;
  tracing: Awaited<ReturnType<typeof startTracing>>;
  activitiesFor: (engine: Engine, engineId: string) => ReturnType<typeof createActivities>;
}

/** Waits for the engine, with a line every ten seconds, instead of dying before it. Undefined when it is stopped before. */
export async function connect(
  place: Place,
  log: Logger,
  stop: AbortSignal,
): Promise<NativeConnection | undefined> {
  let connection: NativeConnection | undefined;
  for (let attempt = 0; !stop.aborted; attempt += 1) {
    try {
      connection ??= await NativeConnection.connect(place.connectionOptions);
      await registerSearchAttributes(connection, place.namespace);
      return connection;
    } catch (error) {
      if (attempt % 10 === 0)
        log.warn({ err: error, address: addressOf(place) }, 'the engine is away; waiting for it');
      await sleep(1000, undefined, { signal: stop }).catch(() => {});
    }
  }
  return undefined;
}

/** Begins to work for the engine there. Throws `EngineAway`. */
export async function takePost(place: Place, connection: NativeConnection, parts: Parts): Promise<Post> {
  const { namespace } = place;
  const { identity, dataConverter, bundle, build, tracing, activitiesFor } = parts;
  const client = new Client({
    connection,
    namespace,
    identity,
    dataConverter,
    ...(tracing && { interceptors: { workflow: [tracing.client] } }),
  });
  const engine = new Engine(client);
  const id = await engine.id();
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
    activities: activitiesFor(engine, id),
    maxCachedWorkflows: 500,
    // What it has taken it does in order; the rest stays with the engine, where a decision goes to the front (decision 31).
    maxConcurrentWorkflowTaskExecutions: 8,
    shutdownGraceTime: '3s',
    shutdownForceTime: '8s',
    ...tracing?.worker,
  });
  return { place, id, engine, worker, running: worker.run() };
}
