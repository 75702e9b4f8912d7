// A part of `npm start` that is a Node process of ours: it ends when we do, however we end.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from './supervisor.ts';

/** One that a process of its own is. */
interface NodePart extends Part {
  start(): Promise<{ pid: number; died: Promise<void>; stop(): Promise<void> }>;
  prepare(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `file` from the project's root, with what `env` gives at its start and nothing else; its log goes to
 * `DATA_DIR/<name>.log`. `prepare` begins a process that has loaded its packages when the next start asks for it, and is
 * told then what `env` gives by that time.
 */
export function nodePart(
  name: string,
  [file, ...args]: [file: string, ...args: string[]],
  dataDir: string,
  env: () => NodeJS.ProcessEnv,
): NodePart {
  const begin = (environment: NodeJS.ProcessEnv, ...command: string[]) => {
    const out = openSync(join(dataDir, `${name}.log`), 'a');
    // The channel closes when we die, even by kill -9; the child watches it.
    const child = spawn(process.execPath, ['--enable-source-maps', ...command], {
      cwd: root,
      stdio: ['ignore', out, out, 'ipc'],
      detached: true,
      env: environment,
    });
    closeSync(out);
    child.on('error', () => {});
    return child;
  };
  let standby: ChildProcess | undefined;
  return {
    name,
    prepare: () => {
      standby ??= begin(env(), 'dist/standby.js', file, ...args);
    },
    start: async () => {
      const told = env();
      const ready = standby?.connected && standby.send(told) ? standby : undefined;
      standby = undefined;
      const child = ready ?? begin(told, file, ...args);
      const died = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.once('error', () => resolve());
      });
      return {
        pid: child.pid ?? 0,
        died,
        stop: async () => {
          child.kill('SIGTERM');
          const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
          await died;
          clearTimeout(late);
        },
      };
    },
  };
}
