// The embedded PostgreSQL: made once, started or found running, stopped in order.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../db/connection/client.ts';
import { freePort } from '../parts/ports.ts';
import { type PostgresFiles, postgresFiles } from './postgres-files.ts';
import { isAlive, waitUntilGone } from '../parts/process.ts';
import { run } from '../programs/run.ts';

const database = 'tuntas';

export interface Postgres {
  url: string;
  pid: number;
  /** Absent when the server was found running. */
  child: ChildProcess | undefined;
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on the data under `dataDir`, or goes on with the server that an earlier, killed run left. The
 * password is made once and kept by the caller. Throws with the end of the server's log when it does not come up.
 */
export async function startPostgres(
  dataDir: string,
  password: string,
  usualPort?: number,
): Promise<Postgres> {
  const files = await postgresFiles(dataDir);
  const log = join(dataDir, 'postgres.log');
  if (!existsSync(join(files.data, 'PG_VERSION'))) await initialise(files, password);
  const left = await leftRunning(files);
  const port = left?.port ?? usualPort ?? (await freePort());
  const child = left ? undefined : launch(files, port, log);
  const pid = left?.pid ?? child?.pid ?? 0;
  const url = (name: string) => `postgres://tuntas:${password}@127.0.0.1:${port}/${name}`;
  await createDatabase(url('postgres'), () => isAlive(pid)).catch(async (error: unknown) => {
    const tail = await readFile(log, 'utf8').catch(() => '');
    throw new Error(`PostgreSQL did not come up: ${String(error)}\n${tail.slice(-1000)}`, { cause: error });
  });
  return {
    url: url(database),
    pid,
    child,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing committed is lost.
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      await waitUntilGone(pid, 10_000);
    },
  };
}

async function initialise({ initdb, data, user }: PostgresFiles, password: string): Promise<void> {
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  const passwordFile = `${data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    await chown(data, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const settings = ['--username=tuntas', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    await run(initdb, [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...settings], {
      timeoutMs: 120_000,
      progress: 'Making the PostgreSQL data folder',
      ...(user && { user }),
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A server that still runs on this data: line 1 of its pid file is the process, line 4 the port. */
async function leftRunning({ data }: PostgresFiles): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  return command.includes('postgres') ? { pid, port } : undefined;
}

function launch({ postgres, data, user }: PostgresFiles, port: number, log: string): ChildProcess {
  const out = openSync(log, 'a');
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
    // Else its log quotes the row that it refused, and with it people's words and names.
    '-c',
    'log_error_verbosity=terse',
  ];
  // A group of its own: Ctrl-C must reach us only, we stop the parts in order.
  return spawn(postgres, ['-D', data, '-p', String(port), ...settings], {
    stdio: ['ignore', out, out],
    detached: true,
    ...(user && { ...user, cwd: '/' }),
  });
}

async function createDatabase(url: string, alive: () => boolean): Promise<void> {
  const sql = openDatabase(url, { max: 1 });
  try {
    for (const until = Date.now() + 30_000; ; ) {
      try {
        const [known] = await sql`select from pg_database where datname = ${database}`;
        if (!known) await sql.unsafe(`create database ${database}`);
        return;
      } catch (error) {
        if (!alive() || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}
