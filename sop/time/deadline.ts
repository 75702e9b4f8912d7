// When a row is late: from a limit, a start, a zone and a calendar to instants (readings 1, 2, 11, 15). Instants are ISO 8601 UTC.
import { type Calendar, endOfDay, isDecreed, localDay } from './calendar.ts';
import {
  type Clock,
  type ClockRequest,
  type Pause,
  type Rung,
  firedBefore,
  isBreach,
  isInDays,
  isOfficeTime,
  limitEnds,
  limitOf,
} from './clock.ts';
import { addOfficeMs, closeOf, closeOfWorkingDay, officeMsBetween } from './office-time.ts';
import type { Zone } from '../offices.ts';
import type { Policy } from '../policy/policy.ts';
import type { Limit } from '../terms.ts';
import { spreadMs } from './spread.ts';

export interface ClockContext {
  /** The report's number: it fixes when its alerts go out (reading 31). */
  number: string;
  policy: Policy;
  policyVersion: number;
  calendar: Calendar;
  zone: Zone;
  /** Office ids from the request's office up to national, itself first. */
  ladder: readonly string[];
}

/** What an end is reckoned by. */
type Reckoning = Pick<ClockContext, 'policy' | 'calendar' | 'zone'>;

/** The end of a limit that began at `from`: reading 1 for working days, 2 for minutes of office hours, 29 for calendar days. */
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
  const pause = { from: stopped.pausedAt, to: resumedAt };
  return iso(throughPauses(limit, whole(Date.parse(stopped.due)), [pause], { zone, calendar }).due);
}

/**
 * The end of the limit that a request asks for, reckoned from its own beginning through every pause (reading 16), and whether
 * it is provisional (reading 30).
 */
export function reckon(
  request: ClockRequest,
  context: Reckoning,
): { /** ISO 8601 UTC. */ due: string; provisional: boolean } {
  const limit = limitOf(context.policy, request);
  const life = lifeOf(request, limit, context);
  return { due: iso(life.due), provisional: isProvisional(request, limit, life, context) };
}

/** The clock for a request: its deadline and the rungs that its timer climbs (reading 15). */
export function clockFor(request: ClockRequest, context: ClockContext): Clock {
  const { policy, policyVersion } = context;
  const limit = limitOf(policy, request);
  const life = lifeOf(request, limit, context);
  const due = iso(life.due);
  const exact: Rung[] = limitEnds(request)
    ? [{ kind: 'act', at: due, officeIds: [] }]
    : ladderRungs(request, limit, life, context);
  const rungs = spread(exact, limit, context);
  const { begins = request.from, breach } = request;
  const pastOf = (some: Rung[]) => some.filter(({ at }) => Date.parse(at) <= Date.parse(begins)).length;
  const past = pastOf(rungs);
  const before = firedBefore(request);
  // Those that have fired, unless they lie ahead again: then they fire anew (16), which the exact moment says (31).
  const kept = Math.min(before, pastOf(exact));
  // reading 15: of rungs that are past when it begins only the last fires.
  const fired = past > kept ? past - 1 : kept;
  const skipped = Math.max(0, fired - before);
  const provisional = isProvisional(request, limit, life, context);
  return {
    request,
    due,
    rungs,
    fired,
    ...(provisional && { provisional }),
    ...(skipped > 0 && { skipped }),
    ...(breach !== undefined && rungs.slice(0, fired).some(isBreach) && { breach }),
    policyVersion,
  };
}

/** reading 31: of limits in days only; nothing of a limit rings before what came before it. */
function spread(rungs: Rung[], limit: Limit, { number, policy }: ClockContext): Rung[] {
  const later = (rung: Rung) => ({ ...rung, at: iso(Date.parse(rung.at) + spreadMs(number)) });
  const climbs = isInDays(policy.escalateEvery);
  return rungs.map((rung) =>
    isInDays(limit) || (rung.kind === 'escalation' && climbs) ? later(rung) : rung,
  );
}

function ladderRungs(request: ClockRequest, limit: Limit, life: Life, context: ClockContext): Rung[] {
  const { policy, calendar, zone, ladder } = context;
  const [holder = request.officeId, above, ...higher] = ladder;
  const later = life.pauses.filter(({ from }) => Date.parse(from) >= life.due);
  return [
    { kind: 'warn', at: iso(warnAt(limit, life, context)), officeIds: [holder] },
    { kind: 'breach', at: iso(life.due), officeIds: above ? [holder, above] : [holder] },
    ...higher.map((officeId, index): Rung => {
      const at = times(policy.escalateEvery, index + 1, life.due, zone, calendar);
      return {
        kind: 'escalation',
        at: iso(throughPauses(policy.escalateEvery, whole(at), later, context).due),
        officeIds: [officeId],
      };
    }),
  ];
}

/** When the policy's part of the limit has passed, in the time that the limit counts; pauses are none of it (reading 15). */
function warnAt(limit: Limit, { from, first, due, pauses }: Life, context: ClockContext): number {
  const { policy, calendar, zone } = context;
  const byTheClock = 'seconds' in limit || 'days' in limit;
  const part = byTheClock
    ? from + (first - from) * policy.warnAtFraction
    : addOfficeMs(calendar, zone, from, officeMsBetween(calendar, zone, from, first) * policy.warnAtFraction);
  const inMinutes = byTheClock ? { seconds: 1 } : { officeMinutes: 1 };
  // What 0.1.0 let go on late was due before it did.
  return Math.min(due, throughPauses(inMinutes, whole(part), pauses, context).due);
}

/** The end of a limit. Epoch milliseconds. */
interface End {
  /** When it is used up: before `due` by less than a day, once a limit in days has stood still. */
  usedUp: number;
  due: number;
}

/** A limit from its beginning to its end. */
interface Life extends End {
  from: number;
  /** Its end had it never stood still. */
  first: number;
  pauses: readonly Pause[];
}

function lifeOf(request: ClockRequest, limit: Limit, context: Reckoning): Life {
  const { resumed, pauses = [] } = request;
  const begun = resumed ? goneOn(request.from, resumed, limit, context) : undefined;
  const from = begun?.from ?? Date.parse(request.from);
  const start = begun ?? whole(extended(request, end(limit, from, context.zone, context.calendar), context));
  return {
    ...throughPauses(limit, start, pauses, context),
    from,
    first: begun?.first ?? start.due,
    pauses: [...(begun?.pauses ?? []), ...pauses],
  };
}

/** reading 30: what it needs of a year without decreed days may be its extension alone. */
function isProvisional(
  { extension }: ClockRequest,
  limit: Limit,
  { from, due }: Life,
  { calendar, zone }: Reckoning,
): boolean {
  const isWorked = isOfficeTime(limit) || (extension !== undefined && isOfficeTime(extension));
  return isWorked && !isDecreed(calendar, zone, from, due);
}

/** reading 25: so much later than without. */
function extended({ extension }: ClockRequest, due: number, { zone, calendar }: Reckoning): number {
  return extension ? end(extension, due, zone, calendar) : due;
}

/** What 0.1.0 asked for when a row went on at `at`. Its first builds kept the end alone of the limit that was stopped. */
function goneOn(
  at: string,
  resumed: Required<ClockRequest>['resumed'],
  limit: Limit,
  context: Reckoning,
): Life {
  const pause = { from: resumed.pausedAt, to: at };
  const was = resumed.was && lifeOf(resumed.was, limit, context);
  const then = throughPauses(limit, was ?? whole(Date.parse(resumed.due)), [pause], context);
  return was
    ? { ...was, ...then, pauses: [...was.pauses, pause] }
    : { ...then, from: Date.parse(at), first: then.due, pauses: [] };
}

function whole(at: number): End {
  return { usedUp: at, due: at };
}

/** Where the end of a limit moves to: what remained when it stopped, to the minute, from when it goes on (reading 11). */
function throughPauses(
  limit: Limit,
  start: End,
  pauses: readonly Pause[],
  { zone, calendar }: Pick<Reckoning, 'zone' | 'calendar'>,
): End {
  let { usedUp, due } = start;
  for (const pause of pauses) {
    const [from, to] = [Date.parse(pause.from), Date.parse(pause.to)];
    if (due <= from) continue;
    // On its last day a limit in days may be used up already, and still has the rest of that day.
    const until = usedUp > from ? usedUp : due;
    const left = officeMsBetween(calendar, zone, from, until);
    if ('seconds' in limit || 'days' in limit) usedUp = until + to - from;
    else if (left > 0) usedUp = addOfficeMs(calendar, zone, to, left);
    else continue;
    due = endOnDay(limit, usedUp, zone, calendar);
  }
  return { usedUp, due };
}

/** The end of the day on which a limit in days is used up; another limit ends at once. */
function endOnDay(limit: Limit, usedUp: number, zone: Zone, calendar: Calendar): number {
  const day = localDay(usedUp, zone);
  if ('workingDays' in limit) return closeOf(calendar, zone, day);
  return 'days' in limit ? endOfDay(day, zone) : usedUp;
}

function end(limit: Limit, from: number, zone: Zone, calendar: Calendar): number {
  return times(limit, 1, from, zone, calendar);
}

function times(limit: Limit, n: number, from: number, zone: Zone, calendar: Calendar): number {
  if ('seconds' in limit) return from + limit.seconds * 1000 * n;
  if ('officeMinutes' in limit) return addOfficeMs(calendar, zone, from, limit.officeMinutes * 60_000 * n);
  if ('days' in limit) return endOfDay(localDay(from, zone) + limit.days * n, zone);
  return closeOfWorkingDay(calendar, zone, from, limit.workingDays * n);
}

function iso(ms: number): string {
  return new Date(Math.round(ms)).toISOString();
}
