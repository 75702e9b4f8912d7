// The schedules, made or brought up to date at every start of a worker. Pausing one in the UI stays.
import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { taskQueue } from '../workflows/messages.ts';

const weekdays = { start: 'MONDAY', end: 'FRIDAY' } as const;
const zones = { wib: 'Asia/Jakarta', wita: 'Asia/Makassar', wit: 'Asia/Jayapura' } as const;

type Plan = ScheduleOptions & { scheduleId: string };

/** Holidays are data, so the digest itself looks whether the day is worked. */
const digests = Object.entries(zones).map(
  ([name, timezone]): Plan => ({
    scheduleId: `sla-digest-${name}`,
    spec: { calendars: [{ hour: 8, dayOfWeek: weekdays, comment: 'hari kerja' }], timezone },
    action: { type: 'startWorkflow', workflowType: 'slaDigest', args: [timezone], taskQueue },
    // After a downtime a digest is still of use until noon; one at a time.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '4h' },
  }),
);

const plans: Plan[] = [
  ...digests,
  {
    scheduleId: 'recap',
    spec: { calendars: [{ dayOfMonth: 1, hour: 7, comment: 'awal bulan' }], timezone: zones.wib },
    action: { type: 'startWorkflow', workflowType: 'recap', taskQueue },
    // A month's recap is not to be lost, however long the engine was down.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '7d' },
  },
  {
    scheduleId: 'reconcile',
    spec: { intervals: [{ every: '10m' }] },
    action: { type: 'startWorkflow', workflowType: 'reconcile', taskQueue },
    // The next one does the same work: no need to catch up, nor to run two.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
  },
];

/** Safe to repeat and to race. */
export async function ensureSchedules({ schedule }: Client): Promise<void> {
  for (const plan of plans) {
    const workflowId = `${plan.scheduleId}-run`;
    const action = { ...plan.action, workflowId };
    try {
      await schedule.create({ ...plan, action });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await schedule.getHandle(plan.scheduleId).update((before) => ({
        ...before,
        spec: plan.spec,
        action,
        policies: { ...before.policies, ...plan.policies },
      }));
    }
  }
}
