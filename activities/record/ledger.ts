// The time ledger (reading 17): each visit's received-at, due-at, ended-at, office time consumed and paused.
import type { Db } from '../../db/client.ts';
import {
  breachVisit,
  endVisit,
  insertVisit,
  type OpenVisit,
  pauseVisit,
  readVisit,
  resumeVisit,
  setVisitClock,
} from '../../db/queries/visits.ts';
import type { Clock } from '../../sop/clock.ts';
import type { Entry } from '../../sop/entry.ts';
import { officeMsBetween } from '../../sop/office-time.ts';
import type { Book } from './book.ts';

/** Moves the ledger with one entry. */
export async function keepLedger(
  tx: Db,
  number: string,
  entry: Entry,
  clocks: Clock[],
  book: Book,
): Promise<void> {
  const { at, ends, opens, pauses, resumes, alert, after } = entry;
  if (ends !== undefined) {
    const visit = await readVisit(tx, number, ends);
    if (visit) await endVisit(tx, number, ends, { at, ...consumption(visit, at, book) });
  }
  if (opens) await insertVisit(tx, number, opens, at);
  if (pauses !== undefined) await pauseVisit(tx, number, pauses, at);
  if (resumes !== undefined) {
    const visit = await readVisit(tx, number, resumes);
    if (visit) await resumeVisit(tx, number, resumes, consumption(visit, at, book).pausedMs);
  }
  const row = clocks.find(({ request }) => request.clock === 'row');
  if (row) await setVisitClock(tx, number, after.visit, row);
  if (alert?.clock === 'row' && alert.kind === 'breach') await breachVisit(tx, number, after.visit, at);
}

/** Office time of a visit up to `at`, in milliseconds; a visit of the system consumes nobody's. */
function consumption(
  visit: OpenVisit,
  at: string,
  book: Book,
): { pausedMs: number; consumedMs: number | null } {
  const zone = visit.officeId === null ? undefined : book.offices.get(visit.officeId)?.zone;
  if (!zone) return { pausedMs: visit.pausedMs, consumedMs: null };
  const until = (from: Date) => officeMsBetween(book.calendar, zone, from.getTime(), Date.parse(at));
  const pausedMs = visit.pausedMs + (visit.pausedAt ? until(visit.pausedAt) : 0);
  return { pausedMs, consumedMs: until(visit.receivedAt) - pausedMs };
}
