// When a row is late: from a limit, a start, a zone and a calendar to instants (readings 1, 2, 11, 15). Instants are ISO 8601 UTC.
import { type Calendar } from './calendar.ts';
import type { Clock, ClockRequest, Rung } from './clock.ts';
import {
  addOfficeMs,
  closeOfThisOrNextDay,
  closeOfWorkingDay,
  officeMsBetween,
  officeSpan,
  workingDaysBetween,
} from './office-time.ts';
import type { Zone } from './offices.ts';
import { type Limit, limitOf, type Policy } from './policy.ts';

export interface ClockContext {
  policy: Policy;
  policyVersion: number;
  calendar: Calendar;
  zone: Zone;
  /** Office ids from the request's office up to national, itself first. */
  ladder: readonly string[];
}

/** The end of a limit that began at `from`: reading 1 for working days, reading 2 for minutes of office hours. */
export function deadlineOf(limit: Limit, from: string, zone: Zone, calendar: Calendar): string {
  return iso(end(limit, Date.parse(from), zone, calendar));
}

/** What remained of a stopped limit, from the instant it goes on (reading 11). A limit missed before the stop stays missed. */
export function resumedDeadline(
  limit: Limit,
  stopped: { due: string; pausedAt: string },
  resumedAt: string,
  zone: Zone,
  calendar: Calendar,
): string {
  const [due, pausedAt, from] = [
    Date.parse(stopped.due),
    Date.parse(stopped.pausedAt),
    Date.parse(resumedAt),
  ];
  if (due <= pausedAt) return stopped.due;
  if ('seconds' in limit) return iso(from + due - pausedAt);
  if ('officeMinutes' in limit) {
    return iso(addOfficeMs(calendar, zone, from, officeMsBetween(calendar, zone, pausedAt, due)));
  }
  const days = workingDaysBetween(calendar, zone, pausedAt, due);
  return iso(
    days > 0 ? closeOfWorkingDay(calendar, zone, from, days) : closeOfThisOrNextDay(calendar, zone, from),
  );
}

/** The end of the limit that a request asks for. One that was stopped is reckoned anew from its own beginning (reading 16). */
export function dueOf(
  request: ClockRequest,
  context: Pick<ClockContext, 'policy' | 'calendar' | 'zone'>,
): string {
  const { policy, calendar, zone } = context;
  const limit = limitOf(policy, request.limit);
  const { resumed } = request;
  if (!resumed) return deadlineOf(limit, request.from, zone, calendar);
  const due = resumed.was ? dueOf(resumed.was, context) : resumed.due;
  return resumedDeadline(limit, { ...resumed, due }, request.from, zone, calendar);
}

/** The clock for a request: its deadline and the rungs that its timer climbs (reading 15). */
export function clockFor(request: ClockRequest, context: ClockContext): Clock {
  const { policy, policyVersion } = context;
  const limit = limitOf(policy, request.limit);
  const due = dueOf(request, context);
  // Only row 11's limit and the completion's act; every other one alerts (reading 3).
  const acts = request.limit === 'row-11' || request.limit === 'completion';
  const rungs: Rung[] = acts
    ? [{ kind: 'act', at: due, officeIds: [] }]
    : ladderRungs(request, limit, due, context);
  return { request, due, rungs, fired: request.fired ?? request.resumed?.fired ?? 0, policyVersion };
}

/**
 * Office minutes and working days left until `due`; negative when it has passed. `span` says the minutes as people do:
 * whole working days, each as long as the calendar has it, and office minutes besides.
 */
export function remaining(
  now: string,
  due: string,
  zone: Zone,
  calendar: Calendar,
): { minutes: number; workingDays: number; span: { days: number; minutes: number } } {
  const [from, to] = [Date.parse(now), Date.parse(due)];
  const { days, ms } = officeSpan(calendar, zone, Math.min(from, to), Math.max(from, to));
  return {
    minutes: Math.round(officeMsBetween(calendar, zone, from, to) / 60_000),
    workingDays: workingDaysBetween(calendar, zone, from, to),
    span: { days, minutes: Math.round(ms / 60_000) },
  };
}

function ladderRungs(request: ClockRequest, limit: Limit, due: string, context: ClockContext): Rung[] {
  const { policy, calendar, zone, ladder } = context;
  const [from, end_] = [Date.parse(request.from), Date.parse(due)];
  const [holder = request.officeId, above, ...higher] = ladder;
  // A limit missed before its stop climbs on from when it goes on.
  const climbFrom = Math.max(from, end_);
  return [
    { kind: 'warn', at: iso(warnAt(limit, from, end_, context)), officeIds: [holder] },
    { kind: 'breach', at: due, officeIds: above ? [holder, above] : [holder] },
    ...higher.map((officeId, index): Rung => {
      const at = iso(times(policy.escalateEvery, index + 1, climbFrom, zone, calendar));
      return { kind: 'escalation', at, officeIds: [officeId] };
    }),
  ];
}

/** When the policy's part of the limit has passed, in the time that the limit counts. */
function warnAt(limit: Limit, from: number, due: number, { policy, calendar, zone }: ClockContext): number {
  if (due <= from) return due;
  if ('seconds' in limit) return from + (due - from) * policy.warnAtFraction;
  const office = officeMsBetween(calendar, zone, from, due);
  return addOfficeMs(calendar, zone, from, office * policy.warnAtFraction);
}

function end(limit: Limit, from: number, zone: Zone, calendar: Calendar): number {
  return times(limit, 1, from, zone, calendar);
}

function times(limit: Limit, n: number, from: number, zone: Zone, calendar: Calendar): number {
  if ('seconds' in limit) return from + limit.seconds * 1000 * n;
  if ('officeMinutes' in limit) return addOfficeMs(calendar, zone, from, limit.officeMinutes * 60_000 * n);
  return closeOfWorkingDay(calendar, zone, from, limit.workingDays * n);
}

function iso(ms: number): string {
  return new Date(Math.round(ms)).toISOString();
}
