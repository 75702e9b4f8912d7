// What entries come to for their report: clocks, deadlines, and everything that is to be written, without asking anybody.
import type { Correction } from '../../db/complaints/correct.ts';
import { columnsOfCase } from '../../db/complaints/update-complaint.ts';
import { columnsOfEvent } from '../../db/record/events.ts';
import { lastOfEach } from '../../db/record/kept-answers.ts';
import { masking } from '../../db/public/public-texts.ts';
import type { Report, Wanted } from '../../db/record/report.ts';
import { columnsOfVisit } from '../../db/record/visits.ts';
import type { Writing } from '../../db/record/write.ts';
import { attach } from '../../sop/attach.ts';
import { officesOf } from '../../sop/beside/succession.ts';
import { type Case, clockSeen, dueOfClock, isOver } from '../../sop/case.ts';
import { type Entry, type Recorded, withDue } from '../../sop/entry.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import { clockNames } from '../../sop/terms.ts';
import { officeWords } from '../../sop/texts/public-text.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Clock } from '../../sop/time/clock.ts';
import { clockFor } from '../../sop/time/deadline.ts';
import { withoutBacklog } from '../notify/backlog.ts';
import { callOf } from '../notify/call-of.ts';
import { notificationsFor } from '../notify/notifications-for.ts';
import { type Book, ladderOf } from './book.ts';
import { Ledger, visitsNamedBy } from './ledger.ts';
import { milestonesOfAll } from './milestones.ts';
import { recordShort } from './out-of-step.ts';

type Stamped = Pick<Recorded, 'clocks'> & Required<Pick<Recorded, 'deadlines'>>;

export interface Reckoned extends Stamped {
  writing: Writing;
  /** After the last entry. */
  last: Case;
}

/** What of their report these entries need. */
export function wantedFor(entries: readonly Entry[]): Wanted {
  const [first] = entries;
  const { firstResponse, answer } = milestonesOfAll(entries);
  return {
    // Else its clocks are all in the entries' cases.
    state: entries.some(({ after }) => Object.values(after.awaits).some((seq) => seq < (first?.seq ?? 0))),
    masks: (firstResponse ?? answer) !== undefined,
    visits: visitsNamedBy(entries),
  };
}

/**
 * Reckons entries that follow the report's last one; `before` has the clocks of their own batch that were reckoned already,
 * `corrections` what each one corrected, by its seq. Throws `record-short` when an entry is missing.
 */
export function reckon(
  report: Report,
  entries: readonly [Entry, ...Entry[]],
  book: Book,
  before: Stamped = { clocks: [], deadlines: [] },
  corrections: ReadonlyMap<number, Correction[]> = new Map(),
): Reckoned {
  const { number, hooked, references } = report;
  const clocks = [...before.clocks];
  const deadlines = [...before.deadlines];
  const rules = rulesOf(book.policy);
  const ledger = new Ledger(report, book);
  // reading 14: masked when written.
  const open = masking(officeWords, report.reporter, report.hidden ?? []);
  const pages = entries.map((entry, place) => {
    const seq = report.seq + place + 1;
    if (entry.seq !== seq) throw recordShort(number, seq);
    const own = entry.requests.map((request) => clockOf(request, number, book));
    clocks.push(...own.map((clock) => ({ seq, clock })));
    const after = attach(entry.after, { clocks: [...kept(report, entry.after), ...clocks], rules });
    const due = dueOfClock(clockSeen(after));
    deadlines.push({ seq, ...due });
    ledger.keep(entry, own);
    return {
      after,
      event: columnsOfEvent(entry, entry.alert?.due ?? due.deadline, own, corrections.get(seq)),
      answer: entry.answer && {
        ...entry.answer,
        outcome: entry.answer.early ? entry.answer.outcome : withDue(entry.answer.outcome, due),
      },
      ...withoutBacklog(entry, report, notificationsFor(entry, after, report, book)),
      call: {
        key: String(seq),
        call: callOf(number, entry, after, { references, calendar: book.calendar }),
      },
    };
  });
  const last = pages.at(-1)?.after ?? entries[0].after;
  const { opened, moved } = ledger.written();
  return {
    clocks,
    deadlines,
    last,
    writing: {
      number,
      row: columnsOfCase(last, milestonesOfAll(entries), open),
      events: pages.map(({ event }) => event),
      answers: lastOfEach(pages.flatMap(({ answer }) => answer ?? [])),
      opened: opened.map(columnsOfVisit),
      moved: moved.map(columnsOfVisit),
      notices: pages.flatMap(({ notices }) => notices),
      untold: pages.flatMap(({ untold }) => untold),
      calls: hooked ? pages.map(({ call }) => call) : [],
      callOffices: hooked ? [...book.offices.keys()] : [],
      offices: officesHeld(last),
    },
  };
}

/** reading 27: the offices that the report counts with while it is open; should one have ended, it moves on. */
export function officesHeld(c: Case): string[] {
  return isOver(c) ? [] : officesOf(c);
}

function clockOf(request: Entry['requests'][number], number: string, book: Book): Clock {
  const office = book.offices.get(request.officeId);
  if (!office) throw new Error(`Office ${request.officeId} is not in the tree.`);
  const calendar = calendarOf(book.calendar, office.id);
  const ladder = ladderOf(book.offices, office.id);
  return clockFor(request, { ...book, calendar, number, zone: office.zone, ladder });
}

/** Clocks of earlier batches that this entry's case did not know yet when it was taken. */
function kept({ seq, state }: Report, after: Case): Stamped['clocks'] {
  return clockNames.flatMap((name) => {
    const awaited = after.awaits[name];
    const still = { row: state?.stopped?.clock, firstResponse: state?.rejection?.firstResponse };
    const clock = state?.clocks[name] ?? still[name as keyof typeof still];
    return awaited !== undefined && awaited <= seq && clock ? [{ seq: awaited, clock }] : [];
  });
}
