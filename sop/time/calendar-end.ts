// reading 30: where the calendar ends: the year without decreed days that now and the longest limit reach, and the deadlines that need one.
import { publicZone } from '../offices.ts';
import type { Policy } from '../policy/policy.ts';
import { rows } from '../procedure.ts';
import { type Limit, limitForKind, limitKinds, firstResponseOf } from '../terms.ts';
import { type Calendar, firstUndecreed, isDecreed } from './calendar.ts';
import { type Clock, isOfficeTime } from './clock.ts';
import { deadlineOf } from './deadline.ts';

export interface CalendarEnd {
  /** The first one without decreed days. */
  year: number;
  /** When the longest limit that begins now would end. ISO 8601 UTC. */
  until: string;
}

/**
 * Undefined while every year that a limit of the policy reaches from `now` (ISO 8601 UTC) has decreed days. Limits that
 * need none, in calendar days or seconds, are left out.
 */
export function calendarEnd(policy: Policy, calendar: Calendar, now: string): CalendarEnd | undefined {
  const after = (from: string, limit: Limit) => deadlineOf(limit, from, publicZone, calendar);
  const worked = limitsOf(policy).filter((limits) => limits.some(isOfficeTime));
  const ends = worked.map((limits) => limits.reduce(after, now));
  const until = ends.reduce((latest, end) => (end > latest ? end : latest), now);
  const year = firstUndecreed(calendar, publicZone, Date.parse(now), Date.parse(until));
  return year === undefined ? undefined : { year, until };
}

/** Whether that end of a limit needs a year whose days are not decreed. ISO 8601 UTC. */
export function needsDecree(limit: Limit, from: string, due: string, calendar: Calendar): boolean {
  return isOfficeTime(limit) && !isDecreed(calendar, publicZone, Date.parse(from), Date.parse(due));
}

/** Of a clock: whether its end needs a year whose days are not decreed to this day. */
export function isProvisional(clock: Clock | undefined, calendar: Calendar): boolean {
  if (!clock?.provisional) return false;
  return !isDecreed(calendar, publicZone, Date.parse(clock.request.from), Date.parse(clock.due));
}

/** Every limit that may run; of row and whole with what may extend them after it (reading 25). */
function limitsOf(policy: Policy): Limit[][] {
  const { firstResponse, whole, completion, rejection, extensions, consultation } = policy;
  const byKind = limitKinds.flatMap((kind) => {
    const extended = (limit: Limit) => [limit, extensions?.[kind]];
    const ofRows = rows.map(({ step, decisions }) => {
      const limit = limitForKind(policy.rows[step], kind);
      return decisions.extend ? extended(limit) : [limit];
    });
    return [extended(whole[kind]), ...ofRows];
  });
  const others = [firstResponseOf(firstResponse).limit, completion, rejection, consultation];
  return [...byKind, ...others.map((limit) => [limit])].map((limits) =>
    limits.filter((limit) => limit !== undefined),
  );
}
