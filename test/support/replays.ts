// Replays a history on the workflows as they are now.
import type { DataConverter } from '@temporalio/common';
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/bundle.ts';
import './quiet-runtime.ts';

type History = Parameters<typeof Worker.runReplayHistory>[1];

/** Where spans of workflows go that nobody collects. */
export const noSpans: NonNullable<ReplayWorkerOptions['sinks']> = { exporter: { export: { fn: () => {} } } };

/** Throws `DeterminismViolationError` where the workflows, with tracing or without, would do another thing. */
export async function replay(
  history: History,
  { traced, dataConverter }: { traced: boolean; dataConverter?: DataConverter },
  id?: string,
): Promise<void> {
  const workflowBundle = await bundleWorkflows({ traced });
  const options = { workflowBundle, sinks: noSpans, ...(dataConverter && { dataConverter }) };
  await Worker.runReplayHistory(options, history, id);
}
