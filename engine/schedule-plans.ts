// The schedules of this system: what each runs, when, and in which words people read of it.
import { type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { taskQueue } from '../workflows/messages.ts';
import { publicZone, zoneIds, zones } from '../sop/offices.ts';

const weekdays = { start: 'MONDAY', end: 'FRIDAY' } as const;

interface Plan extends ScheduleOptions {
  /** In Indonesian. */
  what: string;
}

/** Holidays are data, so the digest itself looks whether the day is worked. */
const digests = zoneIds.map((timezone): Plan => {
  const { name } = zones[timezone];
  return {
    scheduleId: `sla-digest-${name.toLowerCase()}`,
    what: `Rangkuman pagi untuk kantor di zona ${name}`,
    spec: { calendars: [{ hour: 8, dayOfWeek: weekdays, comment: 'hari kerja' }], timezone },
    action: { type: 'startWorkflow', workflowType: 'slaDigest', args: [timezone], taskQueue },
    // After a downtime a digest is still of use until noon; one at a time.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '4h' },
  };
});

/** As with the digest, whether that day is the first that an office works is data. */
const weeklies = zoneIds.map((timezone): Plan => {
  const { name } = zones[timezone];
  return {
    scheduleId: `weekly-${name.toLowerCase()}`,
    what: `Ringkasan pekanan bagi atasan di zona ${name} yang memintanya`,
    spec: {
      calendars: [{ hour: 7, minute: 30, dayOfWeek: weekdays, comment: 'hari kerja pertama dalam pekan' }],
      timezone,
    },
    action: { type: 'startWorkflow', workflowType: 'weekly', args: [timezone], taskQueue },
    // Told once a week, whatever runs twice: until that day's close it is still of use.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '9h' },
  };
});

export const plans: readonly Plan[] = [
  ...digests,
  ...weeklies,
  {
    scheduleId: 'recap',
    what: 'Rekap bulanan untuk setiap kantor',
    spec: { calendars: [{ dayOfMonth: 1, hour: 7, comment: 'awal bulan' }], timezone: publicZone },
    action: { type: 'startWorkflow', workflowType: 'recap', taskQueue },
    // A month's recap is not to be lost, however long the engine was down.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '7d' },
  },
  {
    scheduleId: 'reconcile',
    what: 'Pencocokan catatan dengan alur kerja',
    spec: { intervals: [{ every: '10m' }] },
    action: { type: 'startWorkflow', workflowType: 'reconcile', taskQueue },
    // The next one does the same work: no need to catch up, nor to run two.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
  },
];
