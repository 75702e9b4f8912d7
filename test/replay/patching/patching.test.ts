// The worked example of a rule that changes while reports are open: which way to write it goes on with which histories.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, expect, test } from 'vitest';
import { replayAll } from '../../support/replays.ts';

/** A question that was answered: as the product of then wrote it, and as the product with the rule did. */
const files = {
  before: '../histories/0.2.0-question-answered.json',
  after: './0.2.0-question-rested.json',
} as const;
type When = keyof typeof files;

/** As if that way to write it had been the workflow's from the beginning: all of them are in one bundle. */
function historyOf(when: When, way: string) {
  const text = readFileSync(new URL(files[when], import.meta.url), 'utf8');
  const history = historyFromJSON(JSON.parse(text) as unknown);
  const begun = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  if (!begun) throw new Error(`${files[when]} does not begin.`);
  begun.workflowType = { name: way };
  return history;
}

const ways = ['asItWas', 'unguarded', 'guarded', 'settled'] as const;
const each = ways.flatMap((way) => (['before', 'after'] as const).map((when) => ({ way, when })));
const nameOf = ({ way, when }: (typeof each)[number]) => `${way}, ${when}`;

let ends: Map<string, Error | undefined>;
beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('./question.ts', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath });
  const histories = new Map(each.map((one) => [nameOf(one), historyOf(one.when, one.way)]));
  ends = await replayAll(histories, { workflowBundle });
});

test.each<[way: (typeof ways)[number], goesOn: When[]]>([
  ['asItWas', ['before']],
  ['unguarded', []],
  ['guarded', ['before', 'after']],
  ['settled', ['after']],
])('%s goes on with what began %s', (way, goesOn) => {
  for (const when of ['before', 'after'] as const) {
    const end = ends.get(nameOf({ way, when }));
    if (goesOn.includes(when)) expect(end, when).toBeUndefined();
    else expect(end, when).toBeInstanceOf(DeterminismViolationError);
  }
  expect(ends.size).toBe(each.length);
});
