// Before a rollout all that is open is replayed on the new release: by hand, and by the script that refuses to go on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentWith } from '../../settings/environment.ts';
import { Api } from '../support/api.ts';
import { runProgram } from '../support/program.ts';

let api: Api;
let folder: string;
beforeAll(async () => {
  api = await Api.open();
  folder = mkdtempSync(join(tmpdir(), 'tuntas-rollout-'));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const elsewhere = 'cabang-lain';

/** An open report that another version began, which waits a minute before anything else. */
async function begunByAnother(like: string) {
  const { events } = await api.client.workflow.getHandle(like).fetchHistory();
  const { input } = events?.[0]?.workflowExecutionStartedEventAttributes ?? {};
  const args = await decodeArrayFromPayloads(api.client.options.loadedDataConverter, input?.payloads);
  const connection = await NativeConnection.connect({ address: api.address });
  const worker = await Worker.create({
    connection,
    taskQueue: elsewhere,
    dataConverter: api.dataConverter,
    workflowsPath: fileURLToPath(new URL('../replay/broken-workflows.ts', import.meta.url)),
  });
  const handle = await worker.runUntil(async () => {
    const started = await api.client.workflow.start('complaint', {
      workflowId: 'LAP-2026-999999',
      taskQueue: elsewhere,
      args,
    });
    const timers = async () =>
      ((await started.fetchHistory()).events ?? []).filter((one) => one.timerStartedEventAttributes).length;
    await expect.poll(timers).toBe(1);
    return started;
  });
  await connection.close();
  return handle;
}

test('what would not go on is named, and nothing is rolled out until it is gone', async () => {
  const one = await (await api.report()).toRow8();
  const env = { DATABASE_URL: api.databaseUrl, TEMPORAL_ADDRESS: api.address };
  const replay = () => runProgram('replay', ['--from', api.address], { env });
  const before = await replay();
  const [, good = '', open = ''] = /^(\d+) of (\d+) open workflows replay\.\n$/.exec(before.out) ?? [];
  // The report, and what there always is.
  expect([before.code, Number(good) > 1, good === open]).toEqual([0, true, true]);

  // No container engine is here: the replay is real, the rest is written down.
  const log = join(folder, 'log');
  const docker = join(folder, 'docker');
  writeFileSync(
    docker,
    `#!/bin/sh\ncase "$*" in *replay.js*) exec node build/run.js replay --from;; *) echo "$*" >>"${log}";; esac\n`,
  );
  chmodSync(docker, 0o755);
  const rollOut = async () => {
    writeFileSync(log, '');
    const child = spawn('sh', ['deploy/compose/rollout.sh'], {
      cwd: new URL('../..', import.meta.url),
      env: environmentWith({ ...env, PATH: `${folder}:${process.env.PATH}` }),
    });
    const ended = once(child, 'exit') as Promise<[number]>;
    const [said, [code]] = await Promise.all([text(child.stderr), ended]);
    return { code, said, did: readFileSync(log, 'utf8').trim().split('\n') };
  };

  const bad = await begunByAnother(one.number);
  const after = await replay();
  expect(after).toMatchObject({ code: 1, out: `${good} of ${Number(open) + 1} open workflows replay.\n` });
  expect(after.err).toMatch(/^LAP-2026-999999 does not replay: .*[Nn]ondeterminism/m);
  expect(await rollOut()).toEqual({
    code: 1,
    said: expect.stringContaining('Nothing was rolled out'),
    did: ['compose build'],
  });
  await bad.terminate();
  expect(await rollOut()).toMatchObject({
    code: 0,
    did: [
      'compose build',
      'compose run --rm -T migrate',
      'compose up --no-deps --wait --wait-timeout 120 worker api',
      'compose exec -T worker node dist/promote.js',
    ],
  });
});
