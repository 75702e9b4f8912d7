// Moves every open report of an office that ends to its successor (reading 27).
import { CancellationScope, proxyActivities } from '@temporalio/workflow';
import type { BatchActivities, SuccessionBatch } from '../activities/types.ts';
import { activitySummaries } from '../sop/notices/summary.ts';

const { succeedAll: moveAll } = proxyActivities<BatchActivities>({
  startToCloseTimeout: '24h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
  summary: activitySummaries.succeedAll,
});

/**
 * One an office; its id is `succession-<id>`. A worker that dies half-way is followed by another at the same place. It
 * cannot be cancelled: half of the reports would stay with an office that takes no more.
 */
export async function succeedAll(batch: SuccessionBatch): Promise<void> {
  await CancellationScope.nonCancellable(() => moveAll(batch));
}
