// The product as its users run it: `npm start` as a process of its own, on a data folder and a port of its own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { environmentFor } from '../../settings/environment.ts';
import { logIn, apiClient } from '../../cli/shared/api-client.ts';

const root = new URL('../..', import.meta.url).pathname;

export type PartName = 'worker' | 'api' | 'Temporal' | 'PostgreSQL';

export class Product {
  readonly dataDir: string;
  readonly base: string;
  private readonly port: number;
  private child: ChildProcess | undefined;
  output = '';

  constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.port = port;
    this.base = `http://127.0.0.1:${port}`;
  }

  /** Starts it and waits until it says that it runs; rejects with its output when it ends instead. */
  async start(env: Record<string, string> = {}, node = process.execPath): Promise<void> {
    const child = spawn(node, ['build/run.js', 'start'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentFor('start', {
        DATABASE_URL: '',
        TEMPORAL_ADDRESS: '',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        TEMPORAL_CLI: inject('temporalPath'),
        LOG_LEVEL: 'warn',
        WEB_DIR: inject('consoleDir'),
        ...env,
      }),
    });
    this.child = child;
    this.output = '';
    const collect = (part: Buffer) => {
      this.output += part.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const ended = this.ended(child);
    while (!this.output.includes('Tuntas is running')) {
      if ((await Promise.race([ended, sleep(100, 'runs')])) !== 'runs') throw new Error(this.output);
    }
  }

  /** Ctrl-C, or another signal; resolves with the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = this.ended(child);
    child.kill(signal);
    return ended;
  }

  pidOf(part: PartName): number {
    if (part === 'Temporal') return Number(readFileSync(join(this.dataDir, 'temporal.pid'), 'utf8'));
    const pattern = { worker: 'dist/worker.js', api: 'dist/api.js', PostgreSQL: 'postgres' }[part];
    const found = execFileSync('pgrep', ['-P', String(this.child?.pid), '-f', pattern], { encoding: 'utf8' });
    return Number(found.split('\n')[0]);
  }

  /** kill -9, and waits until the supervisor has it back and the API answers. */
  async kill(part: PartName): Promise<void> {
    const said = this.output.length;
    process.kill(this.pidOf(part), 'SIGKILL');
    for (const until = Date.now() + 60_000; !this.output.slice(said).includes(`${part} is back`); ) {
      if (Date.now() > until) throw new Error(`${part} did not come back:\n${this.output.slice(said)}`);
      await sleep(100);
    }
    while (!(await fetch(`${this.base}/healthz`).catch(() => undefined))?.ok) await sleep(100);
  }

  /** A logged-in officer; 503 and 429 are waited out. */
  async as(username: string) {
    return (await logIn(this.base, username, 'demo')).send;
  }

  anyone() {
    return apiClient(this.base);
  }

  private ended(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => {
      if (child.exitCode !== null) resolve(child.exitCode);
      else child.once('exit', (code) => resolve(code));
    });
  }
}
