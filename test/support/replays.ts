// Replays a history on the workflows as they are now.
import type { DataConverter } from '@temporalio/common';
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/bundle.ts';
import './quiet-runtime.ts';

type History = Parameters<typeof Worker.runReplayHistory>[1];

/** Where spans of workflows go that nobody collects. */
export const noSpans: NonNullable<ReplayWorkerOptions['sinks']> = { exporter: { export: { fn: () => {} } } };

/** Of the workflows as they are now, with what makes their spans or without. */
export async function replayOptions({ traced }: { traced: boolean }): Promise<ReplayWorkerOptions> {
  return { workflowBundle: await bundleWorkflows({ traced }), sinks: noSpans };
}

/** Replays many by one worker, to make which takes longer than a replay. Gives what is wrong with each, by its name. */
export async function replayAll(
  histories: ReadonlyMap<string, History>,
  options: ReplayWorkerOptions,
): Promise<Map<string, Error | undefined>> {
  const named = [...histories].map(([workflowId, history]) => ({ workflowId, history }));
  const ends = new Map<string, Error | undefined>();
  for await (const { workflowId, error } of Worker.runReplayHistories(options, named))
    ends.set(workflowId, error);
  return ends;
}

/** Throws `DeterminismViolationError` where the workflows, with tracing or without, would do another thing. */
export async function replay(
  history: History,
  { traced, dataConverter }: { traced: boolean; dataConverter?: DataConverter },
  id?: string,
): Promise<void> {
  const options = { ...(await replayOptions({ traced })), ...(dataConverter && { dataConverter }) };
  await Worker.runReplayHistory(options, history, id);
}
