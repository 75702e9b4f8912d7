// Keeps notifications going out: one long activity after another, outside the complaints' histories.
import { CancellationScope, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { CourierActivities } from '../activities/types.ts';
import { activitySummaries } from '../sop/notices/summary.ts';

const { deliverNotifications } = proxyActivities<CourierActivities>({
  startToCloseTimeout: '2h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
  summary: activitySummaries.deliverNotifications,
});

const roundsPerRun = 100;

/**
 * A singleton: started idempotently by every worker. Never ends, and cannot be cancelled: nothing would start it again
 * before the next worker does. A dead mail server only delays the mails.
 */
export async function courier(): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (let round = 0; round < roundsPerRun; round += 1) await deliverNotifications();
    await continueAsNew<typeof courier>();
  });
}
