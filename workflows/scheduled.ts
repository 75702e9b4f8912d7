// What the schedules run: the morning's digest, the week's brief, the month's recap, the reconciliation. They may be cancelled: they come again.
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Reconciliation, ScheduledActivities } from '../activities/types.ts';
import { activitySummaries } from '../sop/notices/summary.ts';
import type { Zone } from '../sop/offices.ts';

const named = (activity: keyof ScheduledActivities) =>
  proxyActivities<ScheduledActivities>({
    startToCloseTimeout: '10m',
    retry: { initialInterval: '5s', maximumInterval: '5m' },
    summary: activitySummaries[activity],
  });

/** The instant that the schedule meant, which after a downtime lies before the start. ISO 8601 UTC. */
function scheduledAt(): string {
  const { searchAttributes, startTime } = workflowInfo();
  const [at = startTime] = (searchAttributes.TemporalScheduledStartTime ?? []) as (Date | string)[];
  return new Date(at).toISOString();
}

/** Gives how many offices were told. */
export async function slaDigest(zone: Zone): Promise<number> {
  return named('sendDigests').sendDigests({ zone, scheduledAt: scheduledAt() });
}

/** Gives how many superiors were told. */
export async function weekly(zone: Zone): Promise<number> {
  return named('sendWeeklies').sendWeeklies({ zone, scheduledAt: scheduledAt() });
}

/** Gives how many offices were told. */
export async function recap(): Promise<number> {
  return named('sendRecaps').sendRecaps(scheduledAt());
}

/** Gives what was started and what differs, for ops to read in the Temporal UI. */
export async function reconcile(): Promise<Reconciliation> {
  return named('reconcileRecord').reconcileRecord();
}
