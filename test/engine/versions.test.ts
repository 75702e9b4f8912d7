// Who goes on with a report of sixty days when there is a new build of the workflows: both ways tried, with a server as ops run it (decision 46).
import { setTimeout as sleep } from 'node:timers/promises';
import type { VersioningBehavior } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deploymentName, Versions } from '../../engine/workers/versions.ts';
import { fastForward, skipsTime } from '../support/clock/fast-forward.ts';
import { runProgram } from '../support/program.ts';
import { agency, echelon1 } from '../support/walks/small-ministry.ts';
import { Harness, type Report } from '../workflows/harness.ts';

const days = 60;

let h: Harness;
let versions: Versions;
beforeAll(async () => {
  h = await Harness.open({ real: true, flags: skipsTime });
  versions = new Versions(h.env.client);
});
afterAll(() => h?.close());

/** A worker of that build: the same workflows, since what is tried is who gets their tasks. */
const worker = (buildId: string, defaultVersioningBehavior: VersioningBehavior = 'AUTO_UPGRADE') =>
  h.work({
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName, buildId },
      defaultVersioningBehavior,
    },
  });

const makeCurrent = (build: string) => expect.poll(() => versions.makeCurrent(build)).toBe('current');

/** By the last task of its last run. */
async function buildOf({ number }: Report): Promise<string | undefined> {
  const { raw } = await h.env.client.workflow.getHandle(number).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? undefined;
}

/** A task at once after a change may still go to who was current: the task queue learns of it a moment later. */
const goesOnWith = (report: Report, build: string) =>
  expect
    .poll(async () => {
      await report.by(echelon1, 'respond');
      return buildOf(report);
    })
    .toBe(build);

const runOf = async ({ number }: Report) => (await h.env.client.workflow.getHandle(number).describe()).runId;

/** Its age by its own record, in whole days. */
async function ageOf(report: Report): Promise<number> {
  const events = await report.events();
  const [first, last] = [events[0]?.at.getTime() ?? 0, events.at(-1)?.at.getTime() ?? 0];
  return Math.floor((last - first) / 86_400_000);
}

test('by itself: one that began before there were versions goes on with each build that is made current', async () => {
  expect(await versions.current()).toBeUndefined();
  const report = await h.file({ agency });
  await report.by(agency, 'receive');
  await h.rest();
  const stop = await worker('eins');
  expect(await versions.makeCurrent('nobody')).toBe('unseen');
  await makeCurrent('eins');
  await report.by(agency, 'accept', { target: echelon1 });
  expect(await buildOf(report)).toBe('eins');

  await fastForward(h.env.client, report.number, days);
  await worker('zwei');
  // A build that nobody made current runs beside it, and does nothing.
  await report.by(echelon1, 'receive');
  expect([await buildOf(report), await ageOf(report)]).toEqual(['eins', days]);
  await makeCurrent('zwei');
  expect(await versions.current()).toBe('zwei');
  // Both run still: no task goes back to who knows less.
  await goesOnWith(report, 'zwei');
  for (let n = 0; n < 3; n += 1) await report.by(echelon1, 'respond');
  expect(await buildOf(report)).toBe('zwei');
  await stop();
  await report.by(echelon1, 'respond');

  // And back, with the build of before; which by itself it does not take.
  await worker('eins');
  expect(await versions.makeCurrent('eins', { onlyNew: true })).toBe('earlier');
  await makeCurrent('eins');
  await goesOnWith(report, 'eins');
  await h.rest();
});

test('pinned: it waits for a worker of the build that it began with, in its next run, too', async () => {
  const stop = await worker('alt', 'PINNED');
  await makeCurrent('alt');
  const report = await h.file({ agency, eventsARun: 60 });
  await report.by(agency, 'receive');
  await fastForward(h.env.client, report.number, days);
  await worker('neu', 'PINNED');
  await makeCurrent('neu');
  await stop();
  const accepted = report.by(agency, 'accept', { target: echelon1 });
  const first = await Promise.race([accepted.then(() => 'accepted'), sleep(1_500, 'waits')]);
  expect(first).toBe('waits');

  await worker('alt', 'PINNED');
  await accepted;
  const run = await runOf(report);
  for (let n = 0; n < 20 && (await runOf(report)) === run; n += 1) await report.by(echelon1, 'respond');
  expect(await runOf(report)).not.toBe(run);
  await report.by(echelon1, 'respond');
  expect([await buildOf(report), await versions.current()]).toEqual(['alt', 'neu']);
  await h.rest();
});

test('npm run promote waits for a worker of what is built here, and makes that build current', async () => {
  const promote = (...args: string[]) =>
    runProgram('promote', args, { env: { TEMPORAL_ADDRESS: h.env.address } });
  const alone = await promote('--wait', '1');
  expect(alone).toMatchObject({ code: 1, out: '' });
  const [, built = ''] = /^No worker of build ([0-9a-f]{8}) asks for tasks\.\n$/.exec(alone.err) ?? [];
  await worker(built);
  expect(await promote()).toEqual({ code: 0, out: `Open reports go on with build ${built}.\n`, err: '' });
  expect(await versions.current()).toBe(built);
});
