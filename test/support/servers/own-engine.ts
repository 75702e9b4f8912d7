// The Temporal of one file of tests: a dev server of its own, or a namespace of its own on the server that TEMPORAL_ADDRESS names.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { inject } from 'vitest';
import { freePort } from '../../../local/parts/ports.ts';
import { waitUntilGone } from '../../../local/parts/process.ts';
import { startTemporal } from '../../../local/servers/temporal-server.ts';
import { ownSettings } from '../../../settings/read.ts';

export interface OwnEngine {
  address: string;
  namespace: string;
  /** As clients and workers come in. */
  connectionOptions: ReturnType<typeof loadClientConnectConfig>['connectionOptions'];
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  start: () => Promise<void>;
  /** Nobody reads its data again. */
  close: () => Promise<void>;
}

/** In `folder` it has its data, where it is a server. */
export function openEngine(folder: string): Promise<OwnEngine> {
  return ownSettings('test').TEMPORAL_ADDRESS ? openNamespace() : openServer(folder);
}

async function openServer(folder: string): Promise<OwnEngine> {
  const ports = { grpc: await freePort(), ui: 0 };
  const launch = () => startTemporal(inject('temporalPath'), folder, ports, false);
  let server = await launch();
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    server.kill(signal);
    await waitUntilGone(server.pid ?? 0, 5_000);
  };
  const address = `127.0.0.1:${ports.grpc}`;
  return {
    address,
    namespace: 'default',
    connectionOptions: { address },
    stop,
    start: async () => {
      server = await launch();
    },
    close: () => stop('SIGKILL'),
  };
}

/** As who may make one there, by the SDK's standard settings. It is left to its server. */
async function openNamespace(): Promise<OwnEngine> {
  const { connectionOptions } = loadClientConnectConfig();
  const namespace = `t-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect(connectionOptions);
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await known(new Client({ connection, namespace }));
  await connection.close();
  const notOurs = async () => {
    throw new Error('The server at TEMPORAL_ADDRESS is not stopped by a test.');
  };
  return {
    address: connectionOptions.address ?? '',
    namespace,
    connectionOptions,
    stop: notOurs,
    start: notOurs,
    close: async () => {},
  };
}

/** Each part of a server learns of a new namespace within some seconds. */
async function known({ workflow }: Client): Promise<void> {
  for (const until = Date.now() + 40_000; ; await sleep(500)) {
    try {
      const probe = await workflow.start('probe', { workflowId: 'probe', taskQueue: 'probe' });
      return await probe.terminate().then(() => {});
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
