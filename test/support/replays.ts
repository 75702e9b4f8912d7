// Replays a history on the workflows as they are now.
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/bundle.ts';
import './quiet-runtime.ts';

type History = Parameters<typeof Worker.runReplayHistory>[1];

/** Where spans of workflows go that nobody collects. */
export const noSpans: NonNullable<ReplayWorkerOptions['sinks']> = { exporter: { export: { fn: () => {} } } };

/** Throws `DeterminismViolationError` where the workflows, with tracing or without, would do another thing. */
export async function replay(history: History, { traced }: { traced: boolean }, id?: string): Promise<void> {
  const workflowBundle = await bundleWorkflows({ traced });
  await Worker.runReplayHistory({ workflowBundle, sinks: noSpans }, history, id);
}
