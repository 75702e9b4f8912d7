// The record as it is read: the report's own events, and between them, by time, what other offices were asked (reading 24),
// keys that were made anew, and files that were found to have a virus.
import {
  type ConsultationEventRow,
  consultationEventsOf,
} from '../../db/consultations/consultation-events.ts';
import { type FindingRow, findingsOf } from '../../db/attachments/scans.ts';
import { type KeyChangeRow, keyChangesOf } from '../../db/people/access-keys.ts';
import { type Actor, reporter, system } from '../../sop/case.ts';
import { fileNameOf } from '../../sop/texts/own-words.ts';
import { fromNumberCursor } from '../values/cursor.ts';
import type { Sql } from '../../db/connection/client.ts';
import { eventCount, type EventRow, eventsOf } from '../../db/record/events.ts';

/** More than that many lines between two events are in no report. */
const between = 10_000;

/** Of a cursor, `<seq>` or `<seq>.<how many lines after it>`; 0 without one. Throws `invalid-fields`. */
export function placeOf(cursor: string | undefined): number {
  const [seq, beside = '0'] = cursor?.split('.', 2) ?? [];
  return (fromNumberCursor(seq) ?? 0) * between + (fromNumberCursor(beside, between - 1) ?? 0);
}

/** The cursor of a place. */
export function cursorAt(place: number): string {
  const [seq, beside] = [Math.floor(place / between), place % between];
  return beside === 0 ? String(seq) : `${seq}.${beside}`;
}

interface Line {
  /** Where the next page goes on. */
  place: number;
  event: EventRow;
  /** It is none of the report's own events. */
  isBeside: boolean;
  /** Of a question: which one. */
  consultation: string | null;
}

/** At most `limit` lines after that place; 0: from the beginning. `total`: how many there are before and after it, too. */
export async function linesAfter(
  sql: Sql,
  number: string,
  place: number,
  limit: number,
): Promise<{ lines: Line[]; total: number }> {
  const seq = Math.floor(place / between);
  const [events, asked, keys, findings, count] = await Promise.all([
    eventsOf(sql, number, seq, limit),
    consultationEventsOf(sql, number),
    keyChangesOf(sql, number),
    findingsOf(sql, number),
    eventCount(sql, number),
  ]);
  const added = byTime([
    asked.map((one) => ({ after: one.after, event: asEvent(one), consultation: one.consultationId })),
    keys.map((one) => ({ after: one.after, event: asKeyEvent(one), consultation: null })),
    findings.map((one) => ({ after: one.after, event: asFindingEvent(one), consultation: null })),
  ]);
  const beside = (after: number) =>
    added
      .filter((one) => one.after === after)
      .map(
        ({ event, consultation }, n): Line => ({
          place: after * between + n + 1,
          event,
          isBeside: true,
          consultation,
        }),
      );
  const own = events.flatMap((event): Line[] => [
    { place: event.seq * between, event, isBeside: false, consultation: null },
    ...beside(event.seq),
  ]);
  const lines = [...beside(seq).filter((line) => line.place > place), ...own].slice(0, limit);
  return { lines, total: count + added.length };
}

interface Added extends Pick<Line, 'event' | 'consultation'> {
  after: number;
}

/** Between each other by time; each list keeps its own order, which is that in which it was written down. */
function byTime(lists: readonly Added[][]): Added[] {
  const timed = lists.flatMap((list) => {
    let latest = 0;
    return list.map((one) => {
      latest = Math.max(latest, one.event.at.getTime());
      return { one, at: latest };
    });
  });
  return timed.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

/** What none of these lines says. */
const nothing = {
  actorOfficeName: null,
  reason: null,
  text: null,
  alert: null,
  undone: null,
  binding: false,
  via: null,
  refused: null,
  changes: null,
  corrections: null,
} satisfies Partial<EventRow>;

/** Whose doing it is, where it goes from no office to another. */
function by({ role, officeId, name }: Actor) {
  const nowhere = { from: null, fromName: null, to: null, toName: null, deadline: null };
  return { actorRole: role, actorOfficeId: officeId, actorName: name, ...nowhere };
}

/** Of alerts and recomputations it says what those of the report's own clocks do (readings 15, 16): both offices are alerted. */
function asEvent({ after: seq, step, actorName, text, old, ...one }: ConsultationEventRow): EventRow {
  const { type, from, fromName, to, toName } = one;
  const clock = 'consultation';
  const due = one.deadline.toISOString();
  const rings = type === 'consultation-warned' || type === 'consultation-late';
  const recomputed = type === 'consultation-recomputed';
  const both = [
    { id: to, name: toName },
    { id: from, name: fromName },
  ];
  return {
    ...nothing,
    ...one,
    seq,
    step,
    toStep: step,
    actorName,
    reason: recomputed ? text : null,
    text: recomputed ? null : text,
    alert: rings ? { clock, due, to: both } : null,
    undone: type === 'consultation-unbreached' ? { clock, due } : null,
    changes: old && [{ clock, old: old.toISOString(), new: due }],
  };
}

/** That there is another access key; never which (decision 51). */
function asKeyEvent({ after: seq, step, ...one }: KeyChangeRow): EventRow {
  return {
    ...nothing,
    ...one,
    seq,
    step,
    toStep: step,
    ...by(reporter),
  };
}

/** Its file is named as who may not know the reporter names it (reading 14). */
function asFindingEvent({ after: seq, step, attachmentId, signature, ...one }: FindingRow): EventRow {
  return {
    ...nothing,
    ...one,
    type: 'virus-found',
    text: `${fileNameOf(attachmentId)}: ${signature}`,
    seq,
    step,
    toStep: step,
    ...by(system),
  };
}
