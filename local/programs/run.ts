// Runs a program to its end within a time limit, and says so when it takes more than two seconds.
import { spawn } from 'node:child_process';
import { environmentWith } from '../../settings/environment.ts';

export interface RunOptions {
  timeoutMs: number;
  /** Shown after two seconds; absent: silent. */
  progress?: string;
  env?: Record<string, string>;
  user?: { uid: number; gid: number };
}

/** Resolves with what it printed. Rejects with the end of its output when it fails or takes too long. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    env: environmentWith(options.env ?? {}),
    ...(options.user && { ...options.user, cwd: '/' }),
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const done = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${command} ended with ${signal ?? code}: ${output.trim().slice(-300) || 'no output'}`),
        );
    });
  });
  return options.progress ? withProgress(options.progress, done) : done;
}

/** Prints `text` to standard error after two seconds, and the seconds it took at the end. */
export async function withProgress<T>(text: string, work: Promise<T>): Promise<T> {
  const began = Date.now();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    process.stderr.write(`${text} …\n`);
  }, 2_000);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (shown) process.stderr.write(`${text}: ${Math.round((Date.now() - began) / 1000)} s\n`);
  }
}
