// The time ledger (reading 17): each visit's received-at, due-at, ended-at, office time consumed and paused.
import type { Db } from '../../db/connection/client.ts';
import {
  breachVisit,
  clearUndone,
  endVisit,
  insertVisit,
  type OpenVisit,
  pauseVisit,
  readVisit,
  resumeVisit,
  setVisitClock,
} from '../../db/record/visits.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Clock } from '../../sop/time/clock.ts';
import type { Entry } from '../../sop/entry.ts';
import { officeMsBetween } from '../../sop/time/office-time.ts';
import type { Book } from './book.ts';

/** Moves the ledger with one entry. */
export async function keepLedger(
  tx: Db,
  number: string,
  entry: Entry,
  clocks: Clock[],
  book: Book,
): Promise<void> {
  const { at, ends, opens, pauses, resumes, alert, undone, after } = entry;
  if (ends !== undefined) {
    const visit = await readVisit(tx, number, ends);
    if (visit) await endVisit(tx, number, ends, { at, ...consumption(visit, at, book) });
  }
  const row = clocks.find(({ request }) => request.clock === 'row');
  const fresh = opens?.visit === after.visit;
  if (opens) await insertVisit(tx, number, opens, at, fresh ? row : undefined);
  if (pauses !== undefined) await pauseVisit(tx, number, pauses, at);
  if (resumes !== undefined) {
    const visit = await readVisit(tx, number, resumes);
    if (visit) await resumeVisit(tx, number, resumes, consumption(visit, at, book).pausedMs);
  }
  if (row && !fresh) await setVisitClock(tx, number, after.visit, row);
  const missed = alert?.kind === 'breach' || alert?.missed;
  if (alert?.clock === 'row' && missed) await breachVisit(tx, number, after.visit, at);
  if (undone?.clock === 'row') await clearUndone(tx, number);
}

/**
 * Office time of a visit up to `at`, in milliseconds, consumed and paused by the same calendar, so that the two together
 * are the time from its beginning; a visit of the system consumes nobody's.
 */
function consumption(
  { officeId, receivedAt, stops }: OpenVisit,
  at: string,
  book: Book,
): { pausedMs: number; consumedMs: number | null } {
  const zone = officeId === null ? undefined : book.offices.get(officeId)?.zone;
  if (!zone) return { pausedMs: 0, consumedMs: null };
  const calendar = calendarOf(book.calendar, officeId);
  const span = (from: number, to: number) => officeMsBetween(calendar, zone, from, to);
  const end = Date.parse(at);
  let [pausedMs, since] = [0, undefined as number | undefined];
  for (const stop of stops) {
    const then = Date.parse(stop.at);
    if (stop.stopped) since ??= then;
    else if (since !== undefined) [pausedMs, since] = [pausedMs + span(since, then), undefined];
  }
  if (since !== undefined) pausedMs += span(since, end);
  return { pausedMs, consumedMs: span(receivedAt.getTime(), end) - pausedMs };
}
