// What is drilled: two APIs and two workers as they are installed, on a PostgreSQL and a Temporal server of their own, with a line before each.
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Sql } from '../../../../db/connection/client.ts';
import { makeAppLogin } from '../../../../db/schema/app-login.ts';
import { prepareDatabase } from '../../../../db/schema/prepare.ts';
import { nodePart } from '../../../../local/parts/node-part.ts';
import { freePort } from '../../../../local/parts/ports.ts';
import { Supervisor } from '../../../../local/parts/supervisor.ts';
import { seedDemo } from '../../../../local/seed.ts';
import { environmentFor } from '../../../../settings/environment.ts';
import { identityKeys, identityKeysText } from '../../../support/runner/identity-keys.ts';
import { Clocks } from './clocks.ts';
import { Disks } from './disks.ts';
import { Kept } from './kept.ts';
import { Link } from './link.ts';
import { openReceivers, type Receivers } from './receivers.ts';
import { databasePart, databasePassword, enginePart } from './servers.ts';

export type Part = 'api-1' | 'api-2' | 'worker-1' | 'worker-2' | 'PostgreSQL' | 'Temporal';
export const apis = ['api-1', 'api-2'] as const;
export const workers = ['worker-1', 'worker-2'] as const;
/** From whom to whom. */
export const lineNames = [
  'api-record',
  'api-engine',
  'worker-record',
  'worker-engine',
  'client-api',
] as const;
type LineName = (typeof lineNames)[number];

export interface Stage {
  parts: Record<Part, Kept>;
  /** Two of them lead to the APIs, one each. */
  lines: Record<LineName, Link[]>;
  clocks: Clocks;
  disks: Disks;
  receivers: Receivers;
  /** Of the APIs, as clients reach them. */
  bases: string[];
  /** Straight to the record, as its owner. */
  sql: Sql;
  /** Straight to the engine. */
  engineAddress: string;
  /** What the supervisor said: who ended, who is back. */
  said: string[];
  /** Resolves when both APIs say that they are ready; 90 s at most. */
  untilReady(): Promise<void>;
  close(): Promise<void>;
}

interface StageOptions {
  /** The Temporal CLI. */
  temporal: string;
  /** Whether disks of their own are wanted. */
  disks: boolean;
}

/** Starts all of it; what has come up is stopped when something does not. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-drill-'));
  await chmod(folder, 0o755);
  const said: string[] = [];
  const supervisor = new Supervisor((line) => said.push(line));
  const kept: Kept[] = [];
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const part of kept) {
      part.signal('SIGCONT');
      part.release();
    }
    await supervisor.stop();
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return await open(folder, { ...options, supervisor, kept, said, ends, close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  folder: string,
  given: StageOptions & {
    supervisor: Supervisor;
    /** All parts, as they come. */
    kept: Kept[];
    said: string[];
    ends: (() => unknown)[];
    close: () => Promise<void>;
  },
): Promise<Stage> {
  const { supervisor, kept, said, ends, close } = given;
  const disks = new Disks(folder, given.disks);
  ends.push(() => disks.close());
  const [database, engine] = await Promise.all([
    databasePart(disks.pathOf('record')),
    enginePart(disks.pathOf('engine'), given.temporal),
  ]);
  kept.push(database.part, engine.part);
  await Promise.all([supervisor.run(database.part), supervisor.run(engine.part)]);
  const ownerUrl = urlOf('tuntas', databasePassword, database.port);
  await prepareDatabase(ownerUrl, undefined, identityKeys);
  await makeAppLogin(ownerUrl, urlOf('tuntas_service', databasePassword, database.port));
  const sql = openDatabase(ownerUrl, { max: 2, statementTimeoutMs: 60_000 });
  ends.push(() => sql.end({ timeout: 1 }));
  await seedDemo(sql);

  const receivers = await openReceivers();
  ends.push(() => receivers.close());
  const ports = [await freePort(), await freePort()];
  const lines: Stage['lines'] = {
    'api-record': [await Link.before(database.port)],
    'api-engine': [await Link.before(engine.port)],
    'worker-record': [await Link.before(database.port)],
    'worker-engine': [await Link.before(engine.port)],
    'client-api': await Promise.all(ports.map((port) => Link.before(port))),
  };
  ends.push(() => Promise.all(Object.values(lines).flatMap((all) => all.map((line) => line.close()))));
  const bases = lines['client-api'].map(({ port }) => `http://127.0.0.1:${port}`);

  const clocks = new Clocks(folder);
  const portOf = (name: LineName) => lines[name][0]?.port ?? 0;
  const common = (name: string, who: 'api' | 'worker') => ({
    DATABASE_URL: urlOf('tuntas_service', databasePassword, portOf(`${who}-record`)),
    TUNTAS_IDENTITY_KEYS: identityKeysText,
    TEMPORAL_ADDRESS: `127.0.0.1:${portOf(`${who}-engine`)}`,
    SMTP_URL: receivers.mail.url,
    PUBLIC_URL: bases[0] ?? '',
    WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
    LOG_LEVEL: 'info',
    ...clocks.envOf(name),
  });
  const apiOf = (name: string, port: number) => {
    const env = {
      ...common(name, 'api'),
      PORT: String(port),
      TUNTAS_SECRET: 'a secret of more than thirty-two characters',
      ATTACHMENTS_DIR: disks.pathOf('attachments'),
      DATA_DIR: folder,
    };
    const run = nodePart(name, ['dist/api.js', '--demo'], disks.pathOf('logs'), () =>
      environmentFor('api', env),
    );
    return new Kept(name, () => run.start());
  };
  const workerOf = (name: string) => {
    const env = common(name, 'worker');
    const run = nodePart(name, ['dist/worker.js'], disks.pathOf('logs'), () => environmentFor('worker', env));
    return new Kept(name, () => run.start());
  };
  const parts: Stage['parts'] = {
    'api-1': apiOf('api-1', ports[0] ?? 0),
    'api-2': apiOf('api-2', ports[1] ?? 0),
    'worker-1': workerOf('worker-1'),
    'worker-2': workerOf('worker-2'),
    PostgreSQL: database.part,
    Temporal: engine.part,
  };
  for (const name of [...workers, ...apis]) {
    kept.push(parts[name]);
    await supervisor.run(parts[name]);
  }
  const untilReady = () => ready(bases);
  await untilReady();
  const engineAddress = `127.0.0.1:${engine.port}`;
  return { parts, lines, clocks, disks, receivers, bases, sql, engineAddress, said, untilReady, close };
}

function urlOf(user: string, password: string, port: number): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/tuntas`;
}

async function ready(bases: readonly string[]): Promise<void> {
  for (const until = performance.now() + 90_000; ; await sleep(100)) {
    const answers = await Promise.all(
      bases.map((base) =>
        fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined),
      ),
    );
    if (answers.every((answer) => answer?.ok)) return;
    if (performance.now() > until)
      throw new Error('The stage was not ready within 90 s; see the logs of its parts.');
  }
}
