// Remaining time goes by on the screen: what the API reckoned in office time, less the minutes that passed since.
import { useEffect } from 'react';
import { createStore } from '../../shared/state/store.ts';
import type { Item } from '../../api/types.ts';

type Remaining = Item['remaining'];

const tickMs = 15_000;
const now = createStore(0);
/** When each came, by the clock of this browser alone: whether it is right does not matter. */
const seen = new WeakMap<Remaining, number>();

/** Of what has just come from the API. */
export function noteSeen(items: readonly Pick<Item, 'remaining'>[]): void {
  for (const { remaining } of items) seen.set(remaining, Date.now());
}

/** Once for all pages: has whatever tells the time drawn anew. */
export function useTicking(): void {
  useEffect(() => {
    const timer = setInterval(() => now.set(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
}

/** Draws the component anew as time goes by. */
export function useTick(): void {
  now.useValue();
}

/** Office time since it came: to the end of its stretch of office hours, and from the beginning of the next one. */
function passedMs(remaining: Remaining): number {
  const now = Date.now();
  const since = seen.get(remaining) ?? now;
  const { runsUntil, runsAgainAt } = remaining;
  const before = runsUntil === null ? 0 : Math.min(now, Date.parse(runsUntil)) - since;
  const after = runsAgainAt === null ? 0 : now - Math.max(since, Date.parse(runsAgainAt));
  return Math.max(0, before) + Math.max(0, after);
}

/** The limit's span as it is now, in whole working days and minutes of office time, without a sign; a day is not broken here. */
export function spanNow(remaining: Remaining): { days: number; minutes: number } {
  const { stepMinutes, stepSpan } = remaining;
  const { days, minutes } = stepSpan ?? { days: 0, minutes: 0 };
  const late = (stepMinutes ?? 0) < 0;
  const passed = Math.floor(passedMs(remaining) / 60_000);
  if (late) return { days, minutes: minutes + passed };
  if (passed <= minutes) return { days, minutes: minutes - passed };
  return { days, minutes: days > 0 ? 0 : passed - minutes };
}

/** Whole minutes since that instant. */
export function minutesSince(at: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 60_000));
}
