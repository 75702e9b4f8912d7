// The time ledger (reading 17): each visit's received-at, due-at, ended-at, office time consumed and paused.
import type { Report } from '../../db/record/report.ts';
import { limitOfVisit, type Stop, stopOf, type Visit } from '../../db/record/visits.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Clock } from '../../sop/time/clock.ts';
import type { Entry } from '../../sop/entry.ts';
import { officeMsBetween } from '../../sop/time/office-time.ts';
import type { Book } from './book.ts';

/** The visits of one report, moved entry by entry. */
export class Ledger {
  private readonly book: Pick<Book, 'offices' | 'calendar'>;
  private readonly visits: Map<number, Visit>;
  private readonly stops: Stop[];
  private readonly fresh = new Set<number>();
  private readonly touched = new Set<number>();

  /** Begins with the visits that `visitsNamedBy` those entries, as they stand. */
  constructor({ visits, stops }: Pick<Report, 'visits' | 'stops'>, book: Pick<Book, 'offices' | 'calendar'>) {
    this.book = book;
    this.visits = new Map(visits.map((visit) => [visit.visit, visit]));
    this.stops = [...stops];
  }

  /** Moves it with one entry and the clocks that begin with it. */
  keep(entry: Entry, clocks: readonly Clock[]): void {
    const { at, ends, opens, pauses, resumes, alert, after } = entry;
    const stop = stopOf(entry);
    if (stop) this.stops.push(stop);
    if (ends !== undefined)
      this.change(ends, (visit) => ({ endedAt: at, pausedAt: null, ...this.consumption(visit, at) }));
    const row = clocks.find(({ request }) => request.clock === 'row');
    const fresh = opens?.visit === after.visit;
    if (opens) this.open(opens, at, fresh ? row : undefined);
    if (pauses !== undefined) this.change(pauses, () => ({ pausedAt: at }));
    if (resumes !== undefined)
      this.change(resumes, (visit) => ({ pausedAt: null, pausedMs: this.consumption(visit, at).pausedMs }));
    if (row && !fresh) this.change(after.visit, () => limitOfVisit(row));
    const missed = alert?.kind === 'breach' || alert?.missed;
    if (alert?.clock === 'row' && missed)
      this.change(after.visit, ({ breachedAt }) => ({ breachedAt: breachedAt ?? at }));
  }

  /** What is to be written of it. */
  written(): { opened: Visit[]; moved: Visit[] } {
    const all = [...this.visits.values()];
    return {
      opened: all.filter(({ visit }) => this.fresh.has(visit)),
      moved: all.filter(({ visit }) => this.touched.has(visit) && !this.fresh.has(visit)),
    };
  }

  private open(opens: NonNullable<Entry['opens']>, at: string, row: Clock | undefined): void {
    const still = { endedAt: null, pausedAt: null, pausedMs: 0, consumedMs: null, breachedAt: null };
    this.visits.set(opens.visit, { ...opens, receivedAt: at, ...limitOfVisit(row), ...still });
    this.fresh.add(opens.visit);
  }

  private change(number: number, by: (visit: Visit) => Partial<Visit>): void {
    const visit = this.visits.get(number);
    if (!visit) return;
    this.visits.set(number, { ...visit, ...by(visit) });
    this.touched.add(number);
  }

  /**
   * Office time of a visit up to `at`, in milliseconds, consumed and paused by the same calendar, so that the two
   * together are the time from its beginning; a visit of the system consumes nobody's.
   */
  private consumption({ officeId, receivedAt }: Visit, at: string): Pick<Visit, 'pausedMs' | 'consumedMs'> {
    const zone = officeId === null ? undefined : this.book.offices.get(officeId)?.zone;
    if (!zone) return { pausedMs: 0, consumedMs: null };
    const calendar = calendarOf(this.book.calendar, officeId);
    const span = (from: number, to: number) => officeMsBetween(calendar, zone, from, to);
    const [begin, end] = [Date.parse(receivedAt), Date.parse(at)];
    let [pausedMs, since] = [0, undefined as number | undefined];
    for (const stop of this.stops) {
      const then = Date.parse(stop.at);
      if (then < begin) continue;
      if (stop.stopped) since ??= then;
      else if (since !== undefined) [pausedMs, since] = [pausedMs + span(since, then), undefined];
    }
    if (since !== undefined) pausedMs += span(since, end);
    return { pausedMs, consumedMs: span(begin, end) - pausedMs };
  }
}

/** The visits that these entries end, move or alert about. */
export function visitsNamedBy(entries: readonly Entry[]): number[] {
  const named = entries.flatMap(({ ends, pauses, resumes, after }) => [ends, pauses, resumes, after.visit]);
  return [...new Set(named.filter((visit) => visit !== undefined))];
}
