// The record as it is read: the report's own events, and between them, by time, what other offices were asked (reading 24).
import {
  type ConsultationEventRow,
  consultationEventsOf,
} from '../../db/consultations/consultation-events.ts';
import { fromNumberCursor } from '../values/cursor.ts';
import type { Sql } from '../../db/connection/client.ts';
import { eventCount, type EventRow, eventsOf } from '../../db/record/events.ts';

/** More than that many questions between two events are in no report. */
const between = 10_000;
/** Of PostgreSQL's integers. */
const lastSeq = 2_147_483_647;

/** Of a cursor, `<seq>` or `<seq>.<how many lines after it>`; 0 without one. Throws `invalid-fields`. */
export function placeOf(cursor: string | undefined): number {
  const [seq, beside = '0'] = cursor?.split('.', 2) ?? [];
  return (fromNumberCursor(seq, lastSeq) ?? 0) * between + (fromNumberCursor(beside, between - 1) ?? 0);
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
  const [events, asked, count] = await Promise.all([
    eventsOf(sql, number, seq, limit),
    consultationEventsOf(sql, number),
    eventCount(sql, number),
  ]);
  const beside = (after: number) =>
    asked
      .filter((one) => one.after === after)
      .map(
        (one, n): Line => ({
          place: after * between + n + 1,
          event: asEvent(one),
          consultation: one.consultationId,
        }),
      );
  const own = events.flatMap((event): Line[] => [
    { place: event.seq * between, event, consultation: null },
    ...beside(event.seq),
  ]);
  const lines = [...beside(seq).filter((line) => line.place > place), ...own].slice(0, limit);
  return { lines, total: count + asked.length };
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
    ...one,
    seq,
    step,
    toStep: step,
    actorName,
    actorOfficeName: null,
    reason: recomputed ? text : null,
    text: recomputed ? null : text,
    alert: rings ? { clock, due, to: both } : null,
    undone: type === 'consultation-unbreached' ? { clock, due } : null,
    binding: false,
    via: null,
    refused: null,
    changes: old && [{ clock, old: old.toISOString(), new: due }],
    corrections: null,
  };
}
