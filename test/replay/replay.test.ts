// Saved histories of every release replay on today's workflows; a broken change is caught.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { describe, expect, test } from 'vitest';
import { replay } from '../support/replays.ts';

const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const historyOf = (file: string) =>
  historyFromJSON(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown);

describe('saved histories', () => {
  test('there is one of each path that a release could have left open', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  describe.each([{ traced: false }, { traced: true }])('traced: $traced', ({ traced }) => {
    test.each(files)('%s replays', async (file) => {
      await replay(historyOf(file), { traced });
    });
  });

  test('a workflow that does a thing more before the first record does not replay', async () => {
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('./broken-workflows.ts', import.meta.url)),
    });
    await expect(Worker.runReplayHistory({ workflowBundle }, historyOf(files[0] ?? ''))).rejects.toThrow(
      DeterminismViolationError,
    );
  });
});
