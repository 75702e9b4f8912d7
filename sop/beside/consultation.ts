// Advice (konsultasi, reading 24): one question to another office, with a limit of its own. It decides nothing.
import type { Office, Zone } from '../offices.ts';
import type { Policy } from '../policy/policy.ts';
import { type Limit, usual } from '../terms.ts';
import type { Calendar } from '../time/calendar.ts';
import { isInDays } from '../time/clock.ts';
import { deadlineOf } from '../time/deadline.ts';
import { addOfficeMs, officeMsBetween } from '../time/office-time.ts';
import { spreadMs } from '../time/spread.ts';

/** `ended`: the report left the office that asked. */
export type ConsultationStatus = 'open' | 'answered' | 'withdrawn' | 'ended';

/** What its record says of it, beside the report's own. */
export type ConsultationEvent =
  | 'consultation-asked'
  | 'consultation-answered'
  | 'consultation-withdrawn'
  | 'consultation-ended'
  /** reading 27: the office that asked, or was asked, has ended; the question is its successor's. */
  | 'consultation-inherited'
  | 'consultation-warned'
  | 'consultation-late'
  | 'consultation-recomputed'
  /** reading 16: the calendar undid that it was late. */
  | 'consultation-unbreached';

/** How long who is asked has. */
export function consultationLimitOf({ consultation = usual.consultation }: Policy): Limit {
  return consultation;
}

/** The `n`th of a report; its workflow bears the same id. */
export function consultationId(number: string, n: number): string {
  return `${number}-K${n}`;
}

/** Whether an office may be asked: another of the same agency; by national, any other. Ladders: from itself up. */
export function mayBeAsked(asked: readonly Office[], asker: readonly Office[]): boolean {
  const [office] = asked;
  const [from] = asker;
  if (!office || !from || office.id === from.id) return false;
  if (from.level === 'national') return true;
  const agency = agencyOf(asker);
  return agency !== undefined && agencyOf(asked) === agency;
}

function agencyOf(ladder: readonly Office[]): string | undefined {
  return ladder.find(({ level }) => level === 'agency')?.id;
}

/** ISO 8601 UTC. */
export interface ConsultationClock {
  due: string;
  warnAt: string;
}

/** When the limit of a question ends that was asked at `from`, and when a part of it has passed (reading 15); in the zone of who is asked. */
export function consultationClock(
  limit: Limit,
  from: string,
  warnAtFraction: number,
  { zone, calendar }: { zone: Zone; calendar: Calendar },
): ConsultationClock {
  const due = deadlineOf(limit, from, zone, calendar);
  const [start, end] = [Date.parse(from), Date.parse(due)];
  const byTheClock = 'seconds' in limit || 'days' in limit;
  const part = byTheClock
    ? start + (end - start) * warnAtFraction
    : addOfficeMs(calendar, zone, start, officeMsBetween(calendar, zone, start, end) * warnAtFraction);
  return { due, warnAt: new Date(Math.round(Math.min(end, part))).toISOString() };
}

/** A question as its clock sees it: until when, and what has rung. */
export interface Ringing extends ConsultationClock {
  number: string;
  limit: Limit;
  warned: boolean;
  late: boolean;
}

/** What rings next of a question, and when; the deadline in the zone of who is asked. */
export interface ConsultationRung {
  kind: 'warn' | 'breach';
  /** ISO 8601 UTC, as is `due`. */
  at: string;
  due: string;
  zone: Zone;
}

/** What rings at `at`, and what next and when; null: nothing is to ring any more. Limits in days are spread (reading 31). */
export function rungOf(
  c: Ringing,
  at: string,
): {
  ring: 'consultation-warned' | 'consultation-late' | undefined;
  next: Pick<ConsultationRung, 'kind' | 'at'> | null;
} {
  const later = isInDays(c.limit) ? spreadMs(c.number) : 0;
  const [now, due, warn] = [Date.parse(at), Date.parse(c.due) + later, Date.parse(c.warnAt) + later];
  if (c.late) return { ring: undefined, next: null };
  // reading 15: of rungs that are past already only the last one fires.
  if (now >= due) return { ring: 'consultation-late', next: null };
  const ring = !c.warned && now >= warn ? 'consultation-warned' : undefined;
  const warned = c.warned || ring !== undefined;
  const next = new Date(warned ? due : warn).toISOString();
  return { ring, next: { kind: warned ? 'breach' : 'warn', at: next } };
}
