// A program of ours as people run it, built: a third of the time that it takes from the sources.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { environmentWith } from '../../settings/environment.ts';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/**
 * Runs `npm run NAME -- …args` without npm, from the folder of the repository, until it ends. `env` comes to this
 * process's own, `input` is typed.
 */
export async function runProgram(
  name: string,
  args: readonly string[] = [],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['build/run.js', name, ...args], {
    cwd: new URL('../..', import.meta.url),
    env: environmentWith(env),
  });
  // Who ends without reading hears nothing.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
