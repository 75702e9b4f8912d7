// A whole Temporal server as docker-compose.yml runs it: the same settings, scripts and secrets, without containers.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { openDatabase } from '../../db/connection/client.ts';
import { environmentWith, ofTheMachine } from '../../settings/environment.ts';
import { freePort, isFree } from '../parts/ports.ts';
import type { Supervisor } from '../parts/supervisor.ts';
import { findTemporal } from '../programs/find-temporal.ts';
import { findTemporalServer } from '../programs/find-temporal-server.ts';
import { run } from '../programs/run.ts';
import { pidFile, stopLeftover } from '../servers/temporal-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = (name: string) => join(root, 'deploy/compose', name);
/** Each of its services listens on a port for each of these. */
const portsOf = {
  FRONTEND: ['GRPC', 'HTTP', 'MEMBERSHIP'],
  INTERNAL_FRONTEND: ['GRPC', 'HTTP', 'MEMBERSHIP'],
  MATCHING: ['GRPC', 'MEMBERSHIP'],
  HISTORY: ['GRPC', 'MEMBERSHIP'],
  WORKER: ['GRPC', 'MEMBERSHIP'],
};

/**
 * Keeps it running on the PostgreSQL at `ownerUrl`, whose log-in may make databases and roles, with its namespace. Gives
 * what clients are to be told to come in. Secrets and logs lie in `folder`.
 */
export async function clusterPart(
  supervisor: Supervisor,
  folder: string,
  ownerUrl: string,
  say: (line: string) => void,
): Promise<Record<'TEMPORAL_ADDRESS' | 'TEMPORAL_CONFIG_FILE', string>> {
  const programs = await findTemporalServer();
  const { path: cli } = await findTemporal(undefined);
  const secrets = join(folder, 'secrets');
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  // The scripts call it by its name.
  rmSync(join(bin, 'temporal'), { force: true });
  symlinkSync(cli, join(bin, 'temporal'));
  await run('sh', [script('make-secrets.sh'), secrets], { timeoutMs: 60_000 });
  const secret = (name: string) => readFileSync(join(secrets, name), 'utf8').trim();
  const database = new URL(ownerUrl);
  await makeRole(ownerUrl, secret('temporal_database_password'));
  const shell = {
    SECRETS: secrets,
    PATH: [programs.folder, bin, ofTheMachine('PATH')].join(delimiter),
  };
  const runScript = (name: string, env: Record<string, string>) =>
    run('sh', [script(name)], { timeoutMs: 180_000, env: { ...shell, ...env } });
  const there = (value: string) => value.replaceAll('/run/secrets', secrets);
  const described = (service: string) =>
    Object.fromEntries(
      Object.entries(compose().services[service]?.environment ?? {}).map(([name, value]) => [
        name,
        there(value),
      ]),
    );
  await runScript('set-up-temporal.sh', {
    ...described('temporal-schema'),
    SQL_HOST: database.hostname,
    SQL_PORT: database.port,
  });
  // Of an earlier run that was killed: two would share one database.
  await stopLeftover(folder, programs.server);
  const port = (await isFree(7233)) ? 7233 : await freePort();
  const env = {
    ...described('temporal'),
    POSTGRES_SEEDS: database.hostname,
    DB_PORT: database.port,
    POSTGRES_PWD: secret('temporal_database_password'),
    DYNAMIC_CONFIG_FILE_PATH: script('temporal-dynamic.yaml'),
    BIND_ON_IP: '127.0.0.1',
    ...(await freePorts()),
    FRONTEND_GRPC_PORT: String(port),
  };
  await supervisor.run({ name: 'Temporal', start: () => launch(programs.server, folder, env) });
  const address = `127.0.0.1:${port}`;
  await runScript('make-namespace.sh', { ...described('temporal-namespace'), TEMPORAL_ADDRESS: address });
  say(`Temporal runs on port ${port}.`);
  const file = join(folder, 'temporal_client.toml');
  writeFileSync(file, there(secret('temporal_client.toml')), { mode: 0o600 });
  return { TEMPORAL_ADDRESS: address, TEMPORAL_CONFIG_FILE: file };
}

function compose() {
  return parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
}

/** As the image of its database has it. */
async function makeRole(ownerUrl: string, password: string): Promise<void> {
  const sql = openDatabase(ownerUrl, { max: 1 });
  try {
    const [known] = await sql`select from pg_roles where rolname = 'temporal'`;
    // Hexadecimal, by the script that made it.
    const login = `role temporal login createdb password '${password}'`;
    await sql.unsafe(known ? `alter ${login}` : `create ${login}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Below 32,768: its database keeps those of members in a smallint. */
async function freePorts(): Promise<Record<string, string>> {
  const names = Object.entries(portsOf).flatMap(([service, kinds]) =>
    kinds.map((kind) => `${service}_${kind}_PORT`),
  );
  const ports: [string, string][] = [];
  for (let port = 17_300; ports.length < names.length; port += 1)
    if (await isFree(port)) ports.push([names[ports.length] ?? '', String(port)]);
  return Object.fromEntries(ports);
}

async function launch(server: string, folder: string, env: Record<string, string>) {
  const out = openSync(join(folder, 'temporal.log'), 'a');
  const child: ChildProcess = spawn(server, ['start'], {
    stdio: ['ignore', out, out],
    detached: true,
    env: environmentWith(env),
  });
  if (child.pid) writeFileSync(pidFile(folder), String(child.pid));
  const died = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    died,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await died;
      clearTimeout(late);
    },
  };
}
