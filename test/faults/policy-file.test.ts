// A worker started with another policy moves the deadlines that are open, though no API is there.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startInput } from '../../db/complaints/filing/unstarted.ts';
import { KeptRules } from '../../db/rules/kept-rules.ts';
import { freePort } from '../../local/parts/ports.ts';
import { waitUntilGone } from '../../local/parts/process.ts';
import { startTemporal } from '../../local/servers/temporal-server.ts';
import { environmentFor } from '../../settings/environment.ts';
import { policies } from '../../sop/policy/policy.ts';
import { complaintWorkflow, startOptions } from '../../workflows/messages.ts';
import { store } from '../support/registry.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { identityKeysText } from '../support/runner/identity-keys.ts';

const root = new URL('../..', import.meta.url).pathname;
const number = 'LAP-BERKAS-1';
let folder: string;
let database: FreshDatabase;
let temporal: ChildProcess;
let address: string;
let worker: ChildProcess | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-file-'));
  database = await freshDatabase();
  const ports = { grpc: await freePort(), ui: 0 };
  temporal = await startTemporal(inject('temporalPath'), folder, ports, false);
  address = `127.0.0.1:${ports.grpc}`;
});
afterAll(async () => {
  await stopWorker();
  temporal?.kill('SIGTERM');
  await waitUntilGone(temporal?.pid ?? 0, 5_000);
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(env: Record<string, string> = {}): void {
  worker = spawn(process.execPath, ['build/run.js', 'worker'], {
    cwd: root,
    stdio: 'inherit',
    env: environmentFor('worker', {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: address,
      TUNTAS_IDENTITY_KEYS: identityKeysText,
      LOG_LEVEL: 'warn',
      ...env,
    }),
  });
}

async function stopWorker(): Promise<void> {
  if (!worker || worker.exitCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
}

async function deadline(moved: (due: Date | null) => boolean): Promise<Date | null> {
  for (const until = Date.now() + 60_000; ; await sleep(100)) {
    const [row] = await database.sql<{ deadline: Date | null }[]>`
      select deadline from complaints where number = ${number}`;
    const due = row?.deadline ?? null;
    if (moved(due) || Date.now() > until) return due;
  }
}

test('SLA_POLICY_FILE moves what is open when the worker starts', async () => {
  const { sql } = database;
  startWorker();
  await store(sql, number, new Date().toISOString());
  const connection = await Connection.connect({ address });
  await new Client({ connection }).workflow.start(
    complaintWorkflow,
    startOptions(await startInput(sql, new KeptRules(), number)),
  );
  await connection.close();
  const before = await deadline((due) => due !== null);
  await stopWorker();

  const document = { ...policies.sop, name: 'lambat', rows: { ...policies.sop.rows, 2: { workingDays: 9 } } };
  const SLA_POLICY_FILE = join(folder, 'lambat.json');
  writeFileSync(SLA_POLICY_FILE, JSON.stringify(document));
  startWorker({ SLA_POLICY_FILE });
  const after = await deadline((due) => due?.getTime() !== before?.getTime());
  expect(after?.getTime()).toBeGreaterThan((before?.getTime() ?? 0) + 5 * 24 * 3_600_000);
  const [event] = await sql`
    select type, reason from events where number = ${number} order by seq desc limit 1`;
  expect(event).toEqual({ type: 'recomputed', reason: 'Kebijakan "lambat" (berkas)' });
});
