// Cleans a file in a process of its own, bounded in time and memory, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ofTheMachine } from '../../../settings/environment.ts';

const patienceMs = 20_000;
const cannot = 3;
const root = fileURLToPath(new URL('../../..', import.meta.url));
/** As it was built beside us, or as it is written. */
const built = join(import.meta.dirname, 'clean-file.js');
const program = existsSync(built) ? [built] : ['--import', 'tsx', join(import.meta.dirname, 'child.ts')];

let last: Promise<unknown> = Promise.resolve();

/** The cleaned bytes; undefined when it cannot be cleaned. Throws when that could not be found out. */
export function cleanInChild(content: Buffer, mediaType: string): Promise<Buffer | undefined> {
  const turn = last.then(() => run(content, mediaType));
  last = turn.catch(() => {});
  return turn;
}

async function run(content: Buffer, mediaType: string): Promise<Buffer | undefined> {
  const [PATH, TMPDIR] = [ofTheMachine('PATH'), ofTheMachine('TMPDIR')];
  // Nothing of ours is left in the folder for scratch files.
  const own = { TSX_DISABLE_CACHE: '1', ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }) };
  const child = spawn(process.execPath, ['--max-old-space-size=512', ...program, mediaType], {
    cwd: root,
    env: own,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  // It may end before it has read all.
  child.stdin.on('error', () => {});
  child.stdin.end(content);
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [cleaned, [code, signal]] = await Promise.all([buffer(child.stdout), ended]);
  if (code === 0) return cleaned;
  if (code === cannot) return undefined;
  throw new Error(`Cleaning a file of ${mediaType} ended with ${signal ?? code}.`);
}
