// The instants at which a suite that knows what day it is falls, and how to run it at one of them.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../../../settings/environment.ts';

export const days: Record<string, string> = {
  // The day closes at 16:30, and the longer break has begun (reading 16).
  'Friday noon': '2026-11-27T12:00:00+07:00',
  'Sunday night': '2026-11-29T22:30:00+07:00',
  // In UTC and in Anchorage it is Sunday still.
  'Monday before dawn': '2026-11-30T04:00:00+07:00',
  'the last minutes of the year': '2026-12-31T23:50:00+07:00',
  // Collective leave, with Ramadan's hours, between two weekends that touch no working day.
  'the eve of Idul Fitri': '2027-03-09T10:00:00+07:00',
};

/** Far from Indonesia on the other side of UTC: for most of the day the machine's date is another than the office's. */
const zone = 'America/Anchorage';
const root = fileURLToPath(new URL('../../..', import.meta.url));
const preload = fileURLToPath(new URL('shift-clock.js', import.meta.url));

/** Runs vitest with the clock moved to `instant`, then running on. Gives its exit code and what it wrote, unless `shown`. */
export function runAt(
  instant: string,
  args: string[],
  { shown = false, env = {} }: { shown?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number | null; output: string }> {
  // Whole seconds: what the engine says is moved by seconds.
  const shift = Math.round((Date.parse(instant) - Date.now()) / 1_000) * 1_000;
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    cwd: root,
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    env: environmentWith({
      ...env,
      TZ: zone,
      CLOCK_SHIFT_MS: String(shift),
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`,
    }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
