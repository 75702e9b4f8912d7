// Once a run: the console, a PostgreSQL with a template database and a Temporal server, all real, in a folder of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { keepBuilt } from '../../../build/keep-built.js';
import { openDatabase } from '../../../db/connection/client.ts';
import { registerSearchAttributes } from '../../../engine/search-attributes.ts';
import { prepareDatabase } from '../../../db/schema/prepare.ts';
import { ownSettings } from '../../../settings/read.ts';
import { findTemporal } from '../../../local/programs/find-temporal.ts';
import { freePort } from '../../../local/parts/ports.ts';
import { startPostgres } from '../../../local/servers/postgres.ts';
import { waitUntilGone } from '../../../local/parts/process.ts';
import { seedDemo } from '../../../local/seed.ts';
import { startTemporal } from '../../../local/servers/temporal-server.ts';
import { buildConsole } from '../../../local/console.ts';
import { identityKeys } from './identity-keys.ts';
import { testServerPath } from '../servers/test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built console. */
    consoleDir: string;
    databaseUrl: string;
    temporalAddress: string;
    temporalPath: string;
    testServer: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A run within a run (test/days.test.ts) uses the servers of the outer one.
  const shared: ProvidedContext | undefined = JSON.parse(process.env.SHARED_SERVERS ?? 'null') ?? undefined;
  if (shared) {
    for (const name of Object.keys(shared) as (keyof ProvidedContext)[]) project.provide(name, shared[name]);
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-test-'));
  const consoleDir = join(folder, 'console');
  const building = Promise.all([buildConsole(consoleDir), keepBuilt()]);
  await chmod(folder, 0o755);
  const postgres = await startPostgres(folder, 'test');
  await prepareDatabase(postgres.url, undefined, identityKeys);
  const sql = openDatabase(postgres.url, { max: 1 });
  // Its data is thrown away: nothing needs to reach the disk.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await sql.unsafe(`alter system set ${setting} = off`);
  }
  await sql`select pg_reload_conf()`;
  await seedDemo(sql);
  await sql.end();
  const { path } = await findTemporal(ownSettings('test').TEMPORAL_CLI);
  const grpc = await freePort();
  const temporal = await startTemporal(path, folder, { grpc, ui: 0 }, false);
  const connection = await Connection.connect({ address: `127.0.0.1:${grpc}` });
  await registerSearchAttributes(connection);
  await connection.close();
  await building;
  project.provide('consoleDir', consoleDir);
  project.provide('databaseUrl', postgres.url);
  project.provide('temporalAddress', `127.0.0.1:${grpc}`);
  project.provide('temporalPath', path);
  project.provide('testServer', await testServerPath());
  return async () => {
    temporal.kill('SIGTERM');
    await waitUntilGone(temporal.pid ?? 0, 5_000);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
