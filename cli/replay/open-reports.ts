// Replays what is open on a live server: what its workflows have done so far, on the workflows as they are here.
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';

/** How many that do not replay are named. */
const named = 20;

/**
 * Replays every open workflow of the client's namespace. Gives how many there were, and the first of those that would do
 * another thing here, each with why; `failed` counts all of them. One that ends meanwhile is replayed to where it was.
 */
export async function replayOpen(
  client: Client,
  bundle: NonNullable<ReplayWorkerOptions['workflowBundle']>,
  dataConverter: DataConverter | undefined,
): Promise<{ open: number; failed: number; named: [id: string, why: string][] }> {
  const histories = client.workflow
    .list({ query: 'ExecutionStatus = "Running"' })
    .intoHistories({ concurrency: 5 });
  const options = { workflowBundle: bundle, ...(dataConverter && { dataConverter }) };
  const found = { open: 0, failed: 0, named: [] as [string, string][] };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    found.open += 1;
    if (!error) continue;
    found.failed += 1;
    if (found.named.length < named) found.named.push([workflowId, error.message]);
  }
  return found;
}
