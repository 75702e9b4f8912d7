// What an office sees of a complaint: as an item of a list, and whole.
import type { z } from 'zod';
import type { Beside } from '../../../db/complaints/beside.ts';
import type { ComplaintRow } from '../../../db/complaints/complaint-row.ts';
import { beginningLetters, type ListRow } from '../../../db/complaints/lists/list-row.ts';
import type { EventRow } from '../../../db/record/events.ts';
import type { Identity } from '../../../db/people/identities.ts';
import type { IsProvisional } from '../../../db/record/provisional-dues.ts';
import type { BreachRow, VisitRow } from '../../../db/record/visits.ts';
import type { NoteRow } from '../../../db/desk/notes.ts';
import type { ConsultationRow } from '../../../db/consultations/consultations.ts';
import { clockSeen, system } from '../../../sop/case.ts';
import { type Calendars, calendarOf } from '../../../sop/time/calendar.ts';
import { isProvisional } from '../../../sop/time/calendar-end.ts';
import { remaining } from '../../../sop/time/remaining.ts';
import { passesAgain, passesUntil } from '../../../sop/time/office-time.ts';
import type { Zone } from '../../../sop/offices.ts';
import { procedure } from '../../../sop/procedure.ts';
import { optionsFor } from '../../../sop/refusal.ts';
import { isBinding } from '../../../sop/decisions/binding.ts';
import { levels } from '../../../sop/terms.ts';
import { languageOf, type User } from '../../identity/session.ts';
import { consultationView } from '../../consultations/view.ts';
import { addedReferenceOf } from '../../references/view.ts';
import { shownRegion } from '../../regions/region-names.ts';
import type { itemList, officeView } from '../../../contract/office.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';
import { chargedBy, visitOf } from './visit-view.ts';

export type Item = z.output<typeof itemList>['items'][number];
export type OfficeView = z.output<typeof officeView>;

/** Entries whose words are internal notes: remarks between offices. */
const internal = new Set(['received', 'accepted', 'disposed', 'returned']);

/** The system holds what no office holds: rows 1 and 11, and what has ended. */
export function holderOf(row: Pick<ComplaintRow, 'holderId' | 'holderName' | 'holderLevel'>): Item['holder'] {
  const { holderId: id, holderName, holderLevel } = row;
  return {
    id,
    name: holderName ?? system.name,
    level: (holderLevel ?? system.role) as Item['holder']['level'],
  };
}

/** One line of the inbox or a list, in the zone of the reader's office. */
export function itemOf(row: ListRow, user: User, calendar: Calendars): Item {
  const { zone } = user.office;
  const now = new Date().toISOString();
  const [itsZone, itsCalendar] = [row.holderZone ?? zone, calendarOf(calendar, row.holderId)];
  const left = (due: Date | null) =>
    due && !row.endedAt ? remaining(now, due.toISOString(), itsZone, itsCalendar) : null;
  const step = left(row.deadline);
  const waits = row.status === 'awaiting-completion';
  const [until, again] = [passesUntil, passesAgain].map((of) =>
    step && !waits ? of(itsCalendar, itsZone, Date.parse(now)) : null,
  );
  const atIf = (ms: number | null | undefined) => (typeof ms === 'number' ? zoned(new Date(ms), zone) : null);
  return {
    number: row.number,
    kind: row.kind,
    oversight: row.oversight,
    title: row.title,
    excerpt: row.beginning.replaceAll(/\s+/g, ' ').trim(),
    category: row.category,
    place: row.place,
    region: shownRegion(row.region),
    confidentiality: row.confidentiality,
    channel: row.channel,
    agencyId: row.agencyId,
    attachments: row.attachments,
    step: row.step,
    stepName: procedure[row.step].name,
    status: row.status,
    closedBy: row.closedBy,
    holder: holderOf(row),
    receivedAt: zoned(row.receivedAt, zone),
    deadline: zonedOrNull(row.deadline, zone),
    provisional: isProvisional(row.state ? clockSeen(row.state) : undefined, calendar),
    warnAt: zonedOrNull(row.warnAt, zone),
    overdue: Boolean(row.deadline && row.deadline < new Date() && row.holderId && !waits),
    assignee: row.assignee,
    remaining: {
      stepMinutes: step?.minutes ?? null,
      stepSpan: step?.span ?? null,
      totalDays: left(row.wholeDue)?.workingDays ?? null,
      runsUntil: atIf(until),
      runsAgainAt: atIf(again),
    },
    firstResponseDue: zonedOrNull(row.firstResponseDue, zone),
    firstResponseProvisional: isProvisional(row.state?.clocks.firstResponse, calendar),
    binding: bindingOf(row),
    options:
      row.state && user.role === 'admin'
        ? optionsFor(row.state, user.office.id, new Date().toISOString())
        : [],
    revision: row.revision,
  };
}

/** reading 10: of the disposition by which the holder got it, and of the one that the holder would make now. */
function bindingOf({ state }: Pick<ComplaintRow, 'state'>): Item['binding'] {
  const level = state?.holder?.level;
  if (!state || !level) return { came: false, goes: false };
  const below = levels[levels.indexOf(level) + 1];
  return {
    came: level !== 'national' && state.binding[level],
    goes: below !== undefined && below !== 'national' && isBinding(state, below),
  };
}

/** The whole office's view. `identity` as the reader may see it. */
export function officeViewOf(
  row: ComplaintRow,
  user: User,
  calendar: Calendars,
  record: Beside & {
    events: EventRow[];
    visits: VisitRow[];
    breaches: BreachRow[];
    notes: NoteRow[];
    consultations: ConsultationRow[];
    isProvisionalDue: IsProvisional;
  },
): OfficeView {
  const { zone } = user.office;
  const {
    events,
    visits,
    breaches,
    notes,
    identity,
    point,
    attachments,
    references,
    rating,
    consultations,
    followers,
    publicFollowers,
    isProvisionalDue,
  } = record;
  return {
    ...itemOf({ ...row, beginning: beginningOf(row.description), attachments }, user, calendar),
    description: row.description,
    happenedOn: row.happenedOn,
    point: mayKnowReporter(row, user) ? point : null,
    reporter: identity && mayKnowReporter(row, user) ? reporterOf(identity, user) : null,
    firstResponse: saidOf(row.firstResponseAt, row.firstResponse, firstResponder(events), zone),
    wholeDue: zonedOrNull(row.wholeDue, zone),
    wholeProvisional: isProvisional(row.state?.clocks.whole, calendar),
    answer: saidOf(row.answeredAt, row.answer, row.answerOffice, zone),
    duplicateOf: row.duplicateOf,
    followers,
    publicFollowers,
    filedBy:
      row.filedByName && row.filedByOffice ? { name: row.filedByName, office: row.filedByOffice } : null,
    closesAt: closesAt(row, zone),
    endedAt: zonedOrNull(row.endedAt, zone),
    visits: visits.map((visit) =>
      visitOf(visit, breaches, { row, calendar, zone, isProvisional: isProvisionalDue }),
    ),
    breaches: breaches.map((breach) => ({
      clock: breach.clock,
      step: breach.step,
      at: zoned(breach.at, zone),
      due: zoned(breach.due, zone),
      provisional: isProvisionalDue(row.number, breach.due),
      charged: chargedBy(breach),
    })),
    publicVersion: publicVersionOf(row),
    notes: allNotes(events, notes, user),
    references: references.map((one) => addedReferenceOf(one, zone)),
    rating: rating
      ? { score: rating.score, comment: rating.comment, at: zoned(rating.at, zone), office: rating.office }
      : null,
    consultations: consultations.map((k) => consultationView(k, zone, calendar)),
  };
}

/** As lists have it: of whole letters. */
function beginningOf(description: string): string {
  return Array.from(description.slice(0, 2 * beginningLetters))
    .slice(0, beginningLetters)
    .join('');
}

/** As everybody may read it once it is verified (reading 14); null unless it is open. */
export function publicVersionOf(row: ComplaintRow): OfficeView['publicVersion'] {
  const { publicTitle: title, publicDescription: description } = row;
  if (row.confidentiality !== 'terbuka' || title === null || description === null) return null;
  const { publicFirstResponse: firstResponse, publicAnswer: answer, publicHidden: hidden } = row;
  return { title, description, firstResponse, answer, hidden };
}

/** When silence closes the report (SOP 11), or makes its rejection final (reading 22). */
export function closesAt({ status, endedAt, deadline }: ComplaintRow, zone: Zone): string | null {
  const isWaited = status === 'answered' || (status === 'rejected' && endedAt === null);
  return isWaited ? zonedOrNull(deadline, zone) : null;
}

export function saidOf(at: Date | null, text: string | null, office: string | null, zone: Zone) {
  return at && text !== null ? { at: zoned(at, zone), text, office } : null;
}

/** The office that gave the first response: Eselon 1, also while its UPT holds the report (reading 5). */
export function firstResponder(events: EventRow[]): string | null {
  return events.find(({ type }) => type === 'responded')?.actorOfficeName ?? null;
}

/**
 * reading 14: of an anonymous report only national knows the reporter, of others also the offices on its path, and those
 * that are asked about it, for as long (reading 24); ops decide nothing and need no names. No API key knows one: who
 * looked is a person (reading 33).
 */
export function mayKnowReporter(
  { confidentiality, state, askedIds }: ComplaintRow,
  { role, office, key }: User,
): boolean {
  if (key) return false;
  if (role !== 'admin' || office.level === 'national') return role === 'admin';
  return (
    confidentiality !== 'anonim' &&
    (!state || askedIds.includes(office.id) || Object.values(state.path).some(({ id }) => id === office.id))
  );
}

function reporterOf({ name, email, phone, nik }: Identity, { office }: User) {
  return { name, email, phone, ...(office.level === 'national' && { nik }) };
}

/** Notes and the remarks of decisions between offices, in order of time. */
function allNotes(events: EventRow[], notes: NoteRow[], user: User): OfficeView['notes'] {
  const { zone } = user.office;
  const wordsOf = ({ text, textEn }: NoteRow) => (languageOf(user) === 'en' ? (textEn ?? text) : text);
  const remarks = events.filter(({ type }) => internal.has(type)).flatMap((event) => remarksOf(event));
  const own = notes.map((note) => ({ ...note, text: wordsOf(note), via: null }));
  return [...remarks, ...own]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((note) => ({ ...note, at: zoned(note.at, zone) }));
}

function remarksOf({ at, fromName, actorName: name, reason, text, via }: EventRow) {
  const said = [reason, text].filter((part) => part !== null);
  return said.map((part) => ({ at, office: fromName, name, text: part, via }));
}
