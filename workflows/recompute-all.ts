// Recomputes every open deadline after a change of calendar or policy (reading 16).
import { CancellationScope, proxyActivities } from '@temporalio/workflow';
import type { BatchActivities, RecomputeBatch } from '../activities/types.ts';
import { activitySummaries } from '../sop/notices/summary.ts';

const { recomputeAll: tellAll } = proxyActivities<BatchActivities>({
  startToCloseTimeout: '24h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
  summary: activitySummaries.recomputeAll,
});

/**
 * One a change; its id is `recompute-<id>`. A worker that dies half-way is followed by another at the same place.
 * It cannot be cancelled: half of the deadlines would stay as they were, and it runs once a change.
 */
export async function recomputeAll(batch: RecomputeBatch): Promise<void> {
  await CancellationScope.nonCancellable(() => tellAll(batch));
}
