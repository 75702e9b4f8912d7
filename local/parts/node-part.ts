// A part of `npm start` that is a Node process of ours: it ends when we do, however we end.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from './supervisor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `file` from the project's root, with `env` and nothing else; its log goes to `DATA_DIR/<name>.log`. */
export function nodePart(
  name: string,
  [file, ...args]: [file: string, ...args: string[]],
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Part {
  return {
    name,
    start: async () => {
      const out = openSync(join(dataDir, `${name}.log`), 'a');
      // The channel closes when we die, even by kill -9; the child watches it.
      const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
        cwd: root,
        stdio: ['ignore', out, out, 'ipc'],
        detached: true,
        env,
      });
      const died = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.once('error', () => resolve());
      });
      return {
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
