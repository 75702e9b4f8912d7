// The record (SOP: Pencatatan dan Pendataan): one transaction a batch, exactly once, in order, with its clocks computed.
import { within } from '../../db/connection/away.ts';
import type { Db, Sql } from '../../db/connection/client.ts';
import { clocksOfEvents, insertEvent } from '../../db/record/events.ts';
import { inheritAsked } from '../../db/consultations/inherit.ts';
import { endConsultations } from '../../db/consultations/note-consultation.ts';
import { insertCalls } from '../../db/messages/webhook-calls.ts';
import { referencesOf } from '../../db/references/references.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { keepAnswer } from '../../db/record/kept-answers.ts';
import { forgetClaim } from '../../db/complaints/claim-original.ts';
import { noteOriginalChanged } from '../../db/complaints/followers.ts';
import { correctComplaint } from '../../db/complaints/correct.ts';
import {
  lockComplaint,
  type LockedComplaint,
  type Milestones,
  updateComplaint,
} from '../../db/complaints/update-complaint.ts';
import type { KeptRules } from '../../db/rules/kept-rules.ts';
import { endedAmong } from '../../db/offices/successions.ts';
import { type Case, clockSeen, dueOfClock, isOver } from '../../sop/case.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import { clockNames } from '../../sop/terms.ts';
import { officesOf } from '../../sop/beside/succession.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import type { Clock } from '../../sop/time/clock.ts';
import { clockFor } from '../../sop/time/deadline.ts';
import { type Entry, isAgainstRejection, type Recorded, withDue } from '../../sop/entry.ts';
import { attach } from '../../sop/attach.ts';
import { withoutBacklog } from '../notify/backlog.ts';
import { callOf } from '../notify/call-of.ts';
import { notificationsFor, tellOriginal } from '../notify/notifications-for.ts';
import type { RecordBatch } from '../types.ts';
import { type Book, ladderOf, laddersOf } from './book.ts';
import { keepLedger } from './ledger.ts';
import { milestonesOf } from './milestones.ts';
import { tellFollowers } from './tell-followers.ts';

/** Shorter than the activity's time, so that a silent connection is told apart from a dead worker. */
const patienceMs = 8_000;

type Stamped = Recorded['clocks'];

/** What records are written by. */
export interface Recording {
  sql: Sql;
  keptRules: KeptRules;
  /** Whether there is a mail server. */
  mailing: boolean;
}

/**
 * Writes a batch (see `ComplaintActivities.record`). Throws when the complaint is unknown or an entry is missing in
 * between, `DatabaseAway` when there was no answer for 8 s; whoever called tries again, which does no harm.
 */
export function record(recording: Recording, batch: RecordBatch): Promise<Recorded> {
  return within(patienceMs, transact(recording, batch));
}

async function transact({ sql, keptRules, mailing }: Recording, batch: RecordBatch): Promise<Recorded> {
  return sql.begin(async (tx) => {
    const originals = batch.entries.flatMap(({ duplicateOf }) => duplicateOf ?? []);
    // In the order of their numbers, as everybody locks several.
    const numbers = [...new Set([batch.number, ...originals])].toSorted();
    const locked = new Map<string, LockedComplaint | undefined>();
    for (const number of numbers) locked.set(number, await lockComplaint(tx, number));
    const complaint = locked.get(batch.number);
    if (!complaint) throw new Error(`Complaint ${batch.number} is not in the record.`);
    const { policy, calendar, offices } = await keptRules.at(tx, complaint.rulesVersion);
    const rules = rulesOf(policy.document);
    const old = batch.entries.filter(({ seq }) => seq <= complaint.seq);
    const fresh = batch.entries.filter(({ seq }) => seq > complaint.seq);
    const { clocks, deadlines } = await clocksOfEvents(
      tx,
      batch.number,
      old.map(({ seq }) => seq),
    );
    // An attempt that was given up may have come through, and kept an answer with a deadline that nobody was told.
    for (const { answer } of old) if (answer?.early) await keepAnswer(tx, batch.number, answer);
    markProvisional(deadlines, [
      ...clocks.map(({ clock }) => clock),
      complaint.state ? clockSeen(complaint.state) : undefined,
    ]);
    if (fresh.length === 0) {
      return { clocks, rules, deadlines, ended: await endedOf(tx, complaint.state) };
    }
    const book: Book = {
      offices: laddersOf(offices, officesIn(fresh)),
      calendar,
      policy: policy.document,
      policyVersion: policy.version,
    };
    const last = await write(tx, complaint, fresh, book, { locked, clocks, deadlines, rules, mailing });
    return { clocks, rules, deadlines, ended: await endedOf(tx, last) };
  });
}

async function write(
  tx: Db,
  complaint: LockedComplaint,
  entries: Entry[],
  book: Book,
  {
    locked,
    clocks,
    deadlines,
    rules,
    mailing,
  }: Required<Omit<Recorded, 'ended'>> & {
    locked: ReadonlyMap<string, LockedComplaint | undefined>;
    mailing: boolean;
  },
): Promise<Case | undefined> {
  let { seq } = complaint;
  let last: Case | undefined;
  let milestones: Milestones = {};
  const calls: Parameters<typeof insertCalls>[2] = [];
  const references = complaint.referred ? await referencesOf(tx, complaint.number) : [];
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) throw new Error(`Complaint ${complaint.number}: entry ${seq} is missing.`);
    const own = entry.requests.map((request) => clockOf(request, complaint.number, book));
    clocks.push(...own.map((clock) => ({ seq, clock })));
    last = attach(entry.after, { clocks: [...kept(complaint, entry.after), ...clocks], rules });
    const due = dueOfClock(clockSeen(last));
    const { deadline } = due;
    deadlines.push({ seq, ...due });
    const { changes, actor } = entry;
    const corrections =
      changes && (await correctComplaint(tx, complaint.number, changes, actor.role === 'reporter'));
    await insertEvent(tx, complaint.number, entry, entry.alert?.due ?? deadline, own, corrections);
    const { answer } = entry;
    if (answer) {
      const outcome = answer.early ? answer.outcome : withDue(answer.outcome, due);
      await keepAnswer(tx, complaint.number, { ...answer, outcome });
    }
    await keepLedger(tx, complaint.number, entry, own, book);
    const notices = notificationsFor(entry, last, complaint, book);
    await insertNotifications(
      tx,
      await withoutBacklog(tx, complaint.number, entry, complaint, notices),
      mailing,
    );
    if (entry.type === 'succeeded')
      await inheritAsked(tx, { ...entry.after, title: complaint.title }, entry, mailing);
    if (complaint.consulted) await endLeft(tx, complaint.title, entry, mailing);
    const { duplicateOf } = entry;
    const original = duplicateOf === undefined ? undefined : locked.get(duplicateOf);
    if (original && entry.type !== 'original-ended') {
      await insertNotifications(tx, [tellOriginal(complaint.number, entry, original)], mailing);
      // It may have changed before it was followed.
      if (original.endedAt || original.duplicateOf) await noteOriginalChanged(tx, [complaint.number]);
    }
    if (isAgainstRejection(entry)) await forgetClaim(tx, complaint.number);
    calls.push({
      key: String(seq),
      call: callOf(complaint.number, entry, last, { references, calendar: book.calendar }),
    });
    milestones = merge(milestones, milestonesOf(entry));
  }
  if (last) await updateComplaint(tx, last, milestones);
  await tellFollowers(tx, complaint.number, entries, milestones, mailing);
  if (complaint.hooked) await insertCalls(tx, complaint.number, calls, [...book.offices.keys()]);
  return last;
}

/**
 * reading 27: which offices of the case have ended, so that a report that came to one while its successor was being named
 * moves on. Looked at last: a succession that begins later waits for this record, and finds it.
 */
async function endedOf(tx: Db, c: Case | null | undefined): Promise<string[]> {
  return c && !isOver(c) ? endedAmong(tx, officesOf(c)) : [];
}

/** reading 24: what the office asked that the report has left, ends; also when this entry was taken long ago. */
function endLeft(tx: Db, title: string, { at, after }: Entry, mailing: boolean): Promise<void> {
  return endConsultations(tx, { ...after, title }, { holderId: after.holder?.id ?? null, at }, mailing);
}

/** Of what was written before (reading 30): the events have the deadline alone. */
function markProvisional(
  deadlines: NonNullable<Recorded['deadlines']>,
  known: readonly (Clock | undefined)[],
): void {
  for (const due of deadlines) {
    const clock = known.find((one) => one?.due === due.deadline && one.provisional);
    if (clock) due.provisional = true;
  }
}

/** The first response that was given stays the first; of several answers the last counts. */
function merge(before: Milestones, own: Milestones): Milestones {
  const firstResponse = before.firstResponse ?? own.firstResponse;
  return { ...before, ...own, ...(firstResponse && { firstResponse }) };
}

function clockOf(request: Entry['requests'][number], number: string, book: Book): Clock {
  const office = book.offices.get(request.officeId);
  if (!office) throw new Error(`Office ${request.officeId} is not in the tree.`);
  const calendar = calendarOf(book.calendar, office.id);
  const ladder = ladderOf(book.offices, office.id);
  return clockFor(request, { ...book, calendar, number, zone: office.zone, ladder });
}

/** Clocks of earlier batches that this entry's case did not know yet when it was taken. */
function kept({ seq, state }: LockedComplaint, after: Case): Stamped {
  return clockNames.flatMap((name) => {
    const awaited = after.awaits[name];
    const still = { row: state?.stopped?.clock, firstResponse: state?.rejection?.firstResponse };
    const clock = state?.clocks[name] ?? still[name as keyof typeof still];
    return awaited !== undefined && awaited <= seq && clock ? [{ seq: awaited, clock }] : [];
  });
}

function officesIn(entries: Entry[]): string[] {
  const ids = entries.flatMap(({ from, to, opens, requests, alert, after }) => [
    from,
    to,
    opens?.officeId,
    after.holder?.id,
    after.path.upt?.id,
    after.path.echelon1?.id,
    ...requests.map(({ officeId }) => officeId),
    ...(alert?.officeIds ?? []),
  ]);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
