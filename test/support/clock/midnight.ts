// Tests that count what is due today, or how often a day, must not have a midnight in the middle.
import { setTimeout as sleep } from 'node:timers/promises';
import { zoneIds } from '../../../sop/offices.ts';
import { dayMs, localDay, startOfDay } from '../../../sop/time/calendar.ts';

/** Resolves at once, unless midnight of an office comes within `ms`: then after it. */
export async function clearOfMidnight(ms: number): Promise<void> {
  const left = zoneIds.map((zone) => startOfDay(localDay(Date.now(), zone), zone) + dayMs - Date.now());
  const soon = left.find((one) => one <= ms);
  if (soon !== undefined) await sleep(soon + 100);
}
