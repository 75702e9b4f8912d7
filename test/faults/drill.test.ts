// The short drill: some faults one after another while people come, then all that was promised is held against what is there. `npm run drill` has them all.
import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { drill } from './drill/drill.ts';

const root = new URL('../..', import.meta.url).pathname;

test('nothing is lost, nothing twice, and nothing is answered that is not so', {
  timeout: 240_000,
}, async () => {
  const { faults, wrong, counts } = await drill({
    seed: 18,
    plan: [
      { fault: 'webhook-hangs', seconds: 2 },
      { fault: 'database-stopped', seconds: 1.3 },
      { fault: 'reset', seconds: 3 },
      { fault: 'clock-apart', seconds: 2 },
      { fault: 'decree', seconds: 1 },
      { fault: 'rolling', seconds: 4 },
    ],
    restSeconds: 0.5,
    aSecond: 10,
    temporal: inject('temporalPath'),
  });
  expect(wrong).toEqual([]);
  expect(faults.filter(({ not }) => not !== undefined)).toEqual([]);
  // People were there, and met the faults.
  const stopped = faults.find(({ fault }) => fault === 'database-stopped');
  expect(stopped?.slowestMs).toBeGreaterThan(400);
  expect(counts.finished).toBeGreaterThan(5);
  expect(counts.decisions).toBeGreaterThan(60);
});

test.skipIf(!existsSync('/dev/full'))('a full disk costs log lines, and stops nobody', () => {
  const program = `
    import { pino } from 'pino';
    import { logSafely, logStream } from './tracing/log-safely.ts';
    const log = pino(logSafely, logStream());
    for (const ms of [0, 50, 100]) setTimeout(() => log.info('x'), ms);
    setTimeout(() => process.stderr.write('goes on'), 200);
    setTimeout(() => process.exit(0), 250);`;
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program],
    {
      cwd: root,
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  expect([stderr, status]).toEqual(['goes on', 0]);
});
