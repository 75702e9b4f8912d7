// Tests that count what is due today, or how often a day, must not have a midnight in the middle.
import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs, localDay, startOfDay } from '../../../sop/time/calendar.ts';

/** Resolves at once, unless midnight in WIB comes within `ms`: then after it. */
export async function clearOfMidnight(ms: number): Promise<void> {
  const left = startOfDay(localDay(Date.now(), 'Asia/Jakarta'), 'Asia/Jakarta') + dayMs - Date.now();
  if (left <= ms) await sleep(left + 100);
}
