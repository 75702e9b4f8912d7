// `npm run histories`: saves what the history of the worked example is like after its rule (test/replay/patching).
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fastForward, skipsTime } from '../support/clock/fast-forward.ts';
import { ask, settle } from '../workflows/beside/question.ts';
import { Harness } from '../workflows/harness.ts';
import { saveHistory } from './saved-history.ts';

const taskQueue = 'contoh';

describe('saved', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await Harness.open({ real: true, flags: skipsTime });
    const workflowsPath = fileURLToPath(new URL('./patching/question.ts', import.meta.url));
    await h.work({ taskQueue, workflowBundle: await bundleWorkflowCode({ workflowsPath }) });
  });
  afterAll(() => h?.close());

  test('a question whose answer rests', async () => {
    const question = await ask(h, await h.file());
    const { id } = question;
    await question.handle.terminate();
    const { workflow } = h.env.client;
    const handle = await workflow.start('guarded', { workflowId: id, taskQueue, args: [{ id }] });
    const timers = async () =>
      ((await handle.fetchHistory()).events ?? []).filter((one) => one.timerStartedEventAttributes).length;
    await expect.poll(timers).toBe(1);
    const settled = settle(h, { ...question, handle }, 'answered');
    await expect.poll(timers).toBe(2);
    // It ends on the way.
    await fastForward(h.env.client, id, 1).catch(() => {});
    await settled;
    saveHistory(h, 'question-rested', id, 'patching');
  });
});
