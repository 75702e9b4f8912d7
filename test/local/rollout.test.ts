// Before a rollout all that is open is replayed on the new release: by hand, and by the script that refuses to go on.
import { execFileSync, spawn } from 'node:child_process';
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

  // Neither a container engine nor a cluster is here: rendering and replay are real, the rest is written down.
  const log = join(folder, 'log');
  const write = (name: string, cases: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\ncase "$*" in\n${cases}\n*) echo "$*" >>"${log}";;\nesac\n`);
    chmodSync(join(folder, name), 0o755);
  };
  write('docker', '*replay.js*) exec node build/run.js replay --from;;');
  const job = join(folder, 'job');
  write(
    'kubectl',
    `kustomize*) exec "${which('kubectl')}" "$@";;
*"get deployment worker"|*"logs job/replay") ;;
*"get job replay"*) cat "${job}";;
*"get job migrate"*) echo Complete;;
*before-rollout,*) node build/run.js replay --from; [ $? = 0 ] && echo 'SuccessCriteriaMet Complete' >"${job}" || echo 'FailureTarget Failed' >"${job}";;`,
  );
  const rollOut = async (script: string, ...args: string[]) => {
    writeFileSync(log, '');
    const child = spawn('sh', [script, ...args], {
      cwd: new URL('../..', import.meta.url),
      env: environmentWith({ ...env, PATH: `${folder}:${process.env.PATH}` }),
    });
    const ended = once(child, 'exit') as Promise<[number]>;
    const [said, [code]] = await Promise.all([text(child.stderr), ended]);
    return { code, said, did: readFileSync(log, 'utf8').trim().split('\n') };
  };
  const onOneHost = () => rollOut('deploy/compose/rollout.sh');
  const inCluster = () => rollOut('deploy/kubernetes/rollout.sh', 'deploy/kubernetes');

  const bad = await begunByAnother(one.number);
  const after = await replay();
  expect(after).toMatchObject({ code: 1, out: `${good} of ${Number(open) + 1} open workflows replay.\n` });
  expect(after.err).toMatch(/^LAP-2026-999999 does not replay: .*[Nn]ondeterminism/m);
  const refused = { code: 1, said: expect.stringContaining('Nothing was rolled out') };
  expect(await onOneHost()).toEqual({ ...refused, did: ['compose build'] });
  expect(await inCluster()).toEqual({
    ...refused,
    did: ['-n tuntas delete job replay --ignore-not-found'],
  });
  await bad.terminate();
  expect(await onOneHost()).toMatchObject({
    code: 0,
    did: [
      'compose build',
      'compose run --rm -T migrate',
      'compose up --no-deps --wait --wait-timeout 120 worker api',
      'compose exec -T worker node dist/promote.js',
    ],
  });
  expect(await inCluster()).toMatchObject({
    code: 0,
    did: [
      '-n tuntas delete job replay --ignore-not-found',
      '-n tuntas delete job migrate --ignore-not-found',
      'apply -f - -l app.kubernetes.io/component!=before-rollout',
      '-n tuntas rollout status deployment/worker --timeout=10m',
      '-n tuntas rollout status deployment/api --timeout=10m',
    ],
  });
});

const which = (program: string) => execFileSync('which', [program], { encoding: 'utf8' }).trim();
