// The embedded Temporal server: the dev server of the CLI with a database file and its UI.
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, waitUntilGone } from '../parts/process.ts';
import { serves } from './temporal-serves.ts';

/** A journal that is written ahead, and flushed before anything is answered. */
const pragmas = ['journal_mode=wal', 'synchronous=full'];

export interface TemporalPorts {
  grpc: number;
  ui: number;
}

/**
 * Starts the server on `DATA_DIR/temporal.db`, and waits until it serves; search attributes are for workers to register.
 * What an earlier, killed run left on the same file is stopped first.
 */
export async function startTemporal(
  binary: string,
  dataDir: string,
  ports: TemporalPorts,
  ui: boolean,
): Promise<ChildProcess> {
  const file = join(dataDir, 'temporal.db');
  await stopLeftover(dataDir, file);
  // It picks some ports of its own, and somebody may be quicker.
  for (let attempt = 1; ; attempt += 1) {
    const child = launch(binary, dataDir, ports, ui);
    if (child.pid) await writeFile(pidFile(dataDir), String(child.pid));
    try {
      await ready(`127.0.0.1:${ports.grpc}`, child);
      return child;
    } catch (error) {
      if (child.exitCode === null || attempt === 3) throw error;
    }
  }
}

function launch(binary: string, dataDir: string, ports: TemporalPorts, ui: boolean): ChildProcess {
  const file = join(dataDir, 'temporal.db');
  const out = openSync(join(dataDir, 'temporal.log'), 'a');
  return spawn(
    binary,
    `server start-dev --ip 127.0.0.1 --port ${ports.grpc} --log-level error`.split(' ').concat(
      '--db-filename',
      file,
      pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
      ui ? ['--ui-port', String(ports.ui)] : '--headless',
    ),
    { stdio: ['ignore', out, out], detached: true },
  );
}

export function pidFile(dataDir: string): string {
  return join(dataDir, 'temporal.pid');
}

/** What `pidFile` names, if it runs on `file`, which only ours does. */
export async function stopLeftover(dataDir: string, file: string): Promise<void> {
  const pid = Number(await readFile(pidFile(dataDir), 'utf8').catch(() => '0'));
  if (!isAlive(pid)) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.split('\0').includes(file)) return;
  process.kill(pid, 'SIGTERM');
  await waitUntilGone(pid, 5_000);
}

async function ready(address: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 60_000; !(await serves(address)); ) {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > until)
      throw new Error('The Temporal server did not come up; see temporal.log in DATA_DIR.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
