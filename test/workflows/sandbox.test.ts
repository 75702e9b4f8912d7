// The sandbox of the workflows: it says where they wait, and one that never lets go does not take the others along.
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorker } from '../support/worker.ts';
import type { endless, waiting } from './odd-workflows.ts';
import { goOn } from './odd-workflows.ts';

const taskQueue = 'sandbox';
let client: Client;
let close = async () => {};
beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('./odd-workflows.ts', import.meta.url));
  // Not among the options that the SDK tells of: five seconds otherwise.
  const soon = { isolateExecutionTimeout: '500ms' } as Partial<WorkerOptions>;
  ({ client, close } = await openWorker({
    taskQueue,
    workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: quiet }),
    ...soon,
  }));
});
afterAll(() => close());

const nothing = () => {};
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

test('the stack trace names the lines at which a workflow waits, as they are written', async () => {
  const one = await client.workflow.start<typeof waiting>('waiting', { taskQueue, workflowId: 'waiting-1' });
  const trace: string = await one.query('__stack_trace');
  // By the SDK's source map, which calls each line by what it calls.
  expect(trace).toMatch(
    /at race \(.*odd-workflows\.ts:16:\d+\)\n +at waitHereUntil \(.*odd-workflows\.ts:11:/,
  );
  expect(trace).not.toMatch(/workflow-bundle|promise_hooks|origins\.ts/);
  const { stacks } = await one.query<{ stacks: { locations: object[] }[] }>('__enhanced_stack_trace');
  expect(stacks.flatMap(({ locations }) => locations)).toContainEqual(
    expect.objectContaining({ function_name: 'waitHereUntil', line: 11 }),
  );
  await one.signal(goOn);
  expect(await one.result()).toBe('went on');
});

test('a task without end fails after its time, and the next workflow goes on', async () => {
  const stuck = await client.workflow.start<typeof endless>('endless', {
    taskQueue,
    workflowId: 'endless-1',
  });
  const failures = async () => {
    const { events } = await stuck.fetchHistory();
    return events?.flatMap((event) => event.workflowTaskFailedEventAttributes?.failure?.message ?? []);
  };
  await expect.poll(failures).toContainEqual(expect.stringMatching(/timed out after 500ms/));
  const next = await client.workflow.start<typeof waiting>('waiting', { taskQueue, workflowId: 'waiting-2' });
  await next.signal(goOn);
  expect(await next.result()).toBe('went on');
  await stuck.terminate();
});
