// The short drill: some faults one after another while people come, then all that was promised is held against what is there. `npm run drill` has them all.
import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, inject, onTestFailed, test } from 'vitest';
import { drill } from './drill/drill.ts';

const root = new URL('../..', import.meta.url).pathname;

test('nothing is lost, nothing twice, and nothing is answered that is not so', {
  timeout: 400_000,
}, async () => {
  const told: string[] = [];
  onTestFailed(() => console.log(told.join('\n')));
  const { faults, wrong, counts } = await drill({
    seed: 18,
    plan: [
      { fault: 'webhook-hangs', seconds: 1.5 },
      { fault: 'database-stopped', seconds: 1.3 },
      { fault: 'reset', seconds: 2.5 },
      { fault: 'clock-apart', seconds: 1.5 },
      { fault: 'rolling', seconds: 3 },
    ],
    restSeconds: 0.5,
    aSecond: 6,
    temporal: inject('temporalPath'),
    tell: (line) => told.push(line),
  });
  told.push(JSON.stringify({ wrong, counts }));
  expect(wrong).toEqual([]);
  expect(faults.filter(({ not }) => not !== undefined)).toEqual([]);
  // People were there, and met the faults.
  const stopped = faults.find(({ fault }) => fault === 'database-stopped');
  expect(stopped?.slowestMs).toBeGreaterThan(400);
  expect(counts.finished).toBeGreaterThan(2);
  expect(counts.decisions).toBeGreaterThan(30);
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
