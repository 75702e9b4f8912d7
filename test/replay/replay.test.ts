// Saved histories of every release replay on today's workflows; a broken change is caught.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, test } from 'vitest';
import { replayAll, replayOptions } from '../support/replays.ts';

const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const historyOf = (file: string) =>
  historyFromJSON(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown);
const historiesOf = (some: string[]) => new Map(some.map((file) => [file, historyOf(file)]));
/** The name of the workflow. */
function typeOf(file: string): string {
  const [begun] = historyOf(file).events ?? [];
  return begun?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';
}

describe('saved histories', () => {
  test('there is one of each path that a release could have left open', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  describe.each([{ traced: false }, { traced: true }])('traced: $traced', ({ traced }) => {
    let ends: Map<string, Error | undefined>;
    beforeAll(async () => {
      ends = await replayAll(historiesOf(files), await replayOptions({ traced }));
    });

    test.each(files)('%s replays', (file) => {
      expect([ends.has(file), ends.get(file)]).toEqual([true, undefined]);
    });
  });

  describe('a workflow that does a thing more than it did does not replay', () => {
    // Of each workflow the first that was saved.
    const each = new Map(files.toReversed().map((file) => [typeOf(file), file]));
    let ends: Map<string, Error | undefined>;
    beforeAll(async () => {
      const workflowsPath = fileURLToPath(new URL('./broken-workflows.ts', import.meta.url));
      const workflowBundle = await bundleWorkflowCode({ workflowsPath });
      ends = await replayAll(historiesOf([...each.values()]), { workflowBundle });
    });

    test.each([...each])('%s: %s', (_, file) => {
      expect(ends.get(file)).toBeInstanceOf(DeterminismViolationError);
    });
  });
});
