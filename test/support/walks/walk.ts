// Walks a case through the rules without any server: decisions by name, clocks by the shipped policy and calendar.
import type { Calendar } from '../../../sop/time/calendar.ts';
import { type Actor, type Case, type Changes, type Decision, reporter } from '../../../sop/case.ts';
import type { Clock, ClockRequest } from '../../../sop/time/clock.ts';
import { clockFor } from '../../../sop/time/deadline.ts';
import { decide } from '../../../sop/decide.ts';
import { follow, type Original } from '../../../sop/decisions/reject.ts';
import type { Entry } from '../../../sop/entry.ts';
import { fire, nextDue } from '../../../sop/fire.ts';
import { attach } from '../../../sop/attach.ts';
import type { Office } from '../../../sop/offices.ts';
import { policies, type Policy, rulesOf } from '../../../sop/policy/policy.ts';
import { recompute, unbreach, undoneBy } from '../../../sop/recompute.ts';
import { file, type Filing } from '../../../sop/rows/intake.ts';
import { succeed } from '../../../sop/beside/succession.ts';
import { spreadMs } from '../../../sop/time/spread.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { optionsFor, reporterOptions } from '../../../sop/refusal.ts';
import type { Action, OfficeAction, ReporterAction } from '../../../sop/terms.ts';
import { allOffices, ladderOf, national } from './small-ministry.ts';
import { wordsOf } from '../said.ts';

export const numberOfWalks = 'LAP-2026-000001';
/** One that it repeats. */
export const anotherReport = 'LAP-2026-000009';

export interface Walk {
  case: Case;
  entries: Entry[];
  /** Milliseconds since the epoch. */
  now: number;
  /** As decreed since; absent: the shipped one. */
  calendar?: Calendar;
  /** Absent: the one of the SOP. */
  policy?: Policy;
  /** The tree as it is since an office joined another; absent: the small ministry. */
  offices?: readonly Office[];
}

type Said = Partial<
  Pick<
    Decision,
    'reason' | 'text' | 'target' | 'expectedRevision' | 'contactConfirmed' | 'duplicateOf' | 'changes'
  >
>;

/** A report received at `at` (ISO 8601), to national unless an agency is named; a backlog's is filed at `now`. */
export function filed(
  at: string,
  filing: Partial<Filing> = {},
  now = at,
  policy: Policy = policies.sop,
): Walk {
  const moved = file(
    {
      number: numberOfWalks,
      kind: 'pengaduan',
      oversight: false,
      receivedAt: at,
      national,
      agency: null,
      rules: rulesOf(policy),
      ...filing,
    },
    now,
  );
  return take({ case: moved.next, entries: [], now: Date.parse(now), policy }, moved);
}

/** What a correction changes unless it says. */
const changes: Changes = { confidentiality: 'anonim' };

/** A new calendar is in force: every clock is asked for again (reading 16). */
export function decreed(walk: Walk, calendar: Calendar): Walk {
  return take({ ...walk, calendar }, recompute(walk.case, 'Dekret', iso(walk.now)));
}

/** One office ends and joins another, below which its own are from now on (reading 27). */
export function joins(walk: Walk, office: Office, successor: Office): Walk {
  const offices = (walk.offices ?? allOffices).map((one) =>
    one.parentId === office.id ? { ...one, parentId: successor.id } : one,
  );
  const succession = { officeId: office.id, successor, why: 'Penggabungan' };
  return take({ ...walk, offices }, succeed(walk.case, succession, iso(walk.now)));
}

/** One office decides; throws `Refusal`. Words that the decision needs are filled in unless given. */
export function by(walk: Walk, office: Office, action: Action, said: Said = {}): Walk {
  const actor: Actor = { role: office.level, officeId: office.id, name: `Petugas ${office.id}` };
  // Only national rejects what is no duplicate (reading 21).
  const repeats = action === 'reject' && office.level !== 'national' && { duplicateOf: anotherReport };
  return take(
    walk,
    decide(
      walk.case,
      { action, actor, reason: 'alasan', text: wordsOf(action), changes, ...repeats, ...said },
      iso(walk.now),
    ),
  );
}

/** The record says what became of the original that the reporter of a duplicate follows (reading 21). */
export function originalIs(walk: Walk, original: Partial<Original> = {}): Walk {
  const said = { number: anotherReport, endedAt: iso(walk.now), ...original };
  return take(walk, follow(walk.case, said, iso(walk.now)));
}

/** The reporter replies, objects, confirms or completes. */
export function byReporter(walk: Walk, action: Action, said: Said = {}): Walk {
  const full = { action, actor: reporter, text: 'isi', changes, ...said };
  return take(walk, decide(walk.case, full, iso(walk.now)));
}

/** The decisions open to an office now. */
export function optionsOf(walk: Walk, officeId: string): OfficeAction[] {
  return optionsFor(walk.case, officeId, iso(walk.now));
}

/** What the reporter may do now. */
export function reporterOptionsOf(walk: Walk): ReporterAction[] {
  return reporterOptions(walk.case, iso(walk.now));
}

/** Lets time go on to the next rung of a clock and fires it; undefined when no clock runs. */
export function nextTimer(walk: Walk): Walk | undefined {
  const due = nextDue(walk.case);
  if (!due) return undefined;
  const now = Math.max(walk.now, Date.parse(due.rung.at));
  return take({ ...walk, now }, fire(walk.case, due.name, iso(now)));
}

/** Lets `ms` pass without anybody acting. */
export function later(walk: Walk, ms: number): Walk {
  return { ...walk, now: walk.now + ms };
}

function take(walk: Walk, moved: { next: Case; entries: Entry[] }): Walk {
  const clocks = moved.entries.flatMap((entry) =>
    entry.requests.map((request) => ({ seq: entry.seq, clock: clockOf(request, moved.next.number, walk) })),
  );
  const recorded = { clocks, rules: rulesOf(walk.policy ?? policies.sop) };
  const after = attach(moved.next, recorded);
  const more = unbreach(after, undoneBy(recorded, moved.entries), iso(walk.now));
  return { ...walk, case: more.next, entries: [...walk.entries, ...moved.entries, ...more.entries] };
}

/** When what is due at that moment rings for the report of the walks (reading 31). ISO 8601 UTC. */
export function rings(exact: string): string {
  return iso(Date.parse(exact) + spreadMs(numberOfWalks));
}

/** By what was asked, under the shipped calendar: a search through all states asks the same over and over. */
const reckoned = new Map<string, Clock>();

function clockOf(
  request: ClockRequest,
  number: string,
  { calendar, policy = policies.sop, offices }: Walk,
): Clock {
  const asked = JSON.stringify([request, number, policy.name]);
  const usual = !calendar && !offices;
  const known = usual ? reckoned.get(asked) : undefined;
  if (known) return known;
  const zone = allOffices.find(({ id }) => id === request.officeId)?.zone ?? 'Asia/Jakarta';
  const ladder = ladderOf(request.officeId, offices);
  const context = { number, policy, policyVersion: 1, calendar: calendar ?? shippedCalendar, zone, ladder };
  const clock = clockFor(request, context);
  if (usual) reckoned.set(asked, clock);
  return clock;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
