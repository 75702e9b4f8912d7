// Records what concerns more than its report, and what is on record already or came at the same time: one entry after the other, the reports locked.
import type { Db, Sql } from '../../db/connection/client.ts';
import { forgetClaim } from '../../db/complaints/claim-original.ts';
import { correctComplaint } from '../../db/complaints/correct.ts';
import { noteOriginalChanged } from '../../db/complaints/followers.ts';
import { lockComplaint, type LockedComplaint, setOriginal } from '../../db/complaints/update-complaint.ts';
import { inheritAsked } from '../../db/consultations/inherit.ts';
import { endConsultations } from '../../db/consultations/note-consultation.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { endedAmong } from '../../db/offices/successions.ts';
import { holdEngine } from '../../db/operations/engines.ts';
import { clocksOfEvents, eventsAt } from '../../db/record/events.ts';
import { keepAnswersOf } from '../../db/record/kept-answers.ts';
import { readReport, type Report } from '../../db/record/report.ts';
import { clearUndone } from '../../db/record/visits.ts';
import { writeRecord } from '../../db/record/write.ts';
import type { KeptRules } from '../../db/rules/kept-rules.ts';
import { clockSeen } from '../../sop/case.ts';
import { type Entry, isAgainstRejection, type Recorded } from '../../sop/entry.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import type { Clock } from '../../sop/time/clock.ts';
import { tellOriginal } from '../notify/notifications-for.ts';
import type { RecordBatch } from '../types.ts';
import { type Book, bookOf } from './book.ts';
import { EngineLeft } from './engine-left.ts';
import { milestonesOf, milestonesOfAll } from './milestones.ts';
import { isOfOneDecision, isSameEvent, recordAhead } from './out-of-step.ts';
import { officesHeld, reckon, type Reckoned, wantedFor } from './reckon.ts';
import { tellFollowers } from './tell-followers.ts';

/** What records are written by. */
export interface Recording {
  sql: Sql;
  keptRules: KeptRules;
  /** Whether there is a mail server. */
  mailing: boolean;
  /** Of the engine whose processes write, and do so only while the reports run there (decision 54); absent: whoever it is. */
  engineId?: string | undefined;
}

type Originals = ReadonlyMap<string, LockedComplaint | undefined>;

/** Writes a batch (see `record`) in one transaction. */
export function recordUnderLock(
  { sql, keptRules, mailing, engineId }: Recording,
  { number, entries }: RecordBatch,
): Promise<Recorded> {
  return sql.begin(async (tx) => {
    if (engineId !== undefined && !(await holdEngine(tx, engineId))) throw new EngineLeft();
    const originals = await lockAll(tx, number, entries);
    const report = await reportOf(tx, number, entries);
    const rules = await keptRules.at(tx, report.rulesVersion);
    const old = entries.filter(({ seq }) => seq <= report.seq);
    await requireSame(tx, number, old);
    const before = await recordedOf(tx, report, old);
    const beyond = report.seq > (entries.at(-1)?.seq ?? report.seq);
    const fresh = entries.filter(({ seq }) => seq > report.seq);
    requireWhole(number, old.at(-1), fresh[0]);
    const writer = new Writer(tx, originals, bookOf(rules, fresh), mailing);
    const recorded = { ...before, rules: rulesOf(rules.policy.document) };
    if (fresh.length === 0) {
      const ended = report.state ? await endedAmong(tx, officesHeld(report.state)) : [];
      return { ...recorded, ended, ...(beyond && { beyond }) };
    }
    const { clocks, deadlines, ended } = await writer.writeAll(report, fresh, before);
    await tellFollowers(tx, number, fresh, milestonesOfAll(fresh), mailing);
    return { ...recorded, clocks, deadlines, ended };
  });
}

/** Throws `record-ahead` when something else is on record in the place of one of them. */
async function requireSame(tx: Db, number: string, old: readonly Entry[]): Promise<void> {
  const there = old.length > 0 ? await eventsAt(tx, number, old) : [];
  for (const [place, entry] of old.entries()) {
    const event = there[place];
    if (!event || !isSameEvent(event, entry)) throw recordAhead(number, entry.seq);
  }
}

/**
 * What one decision leads to is written at once: where only a part of it is on record, that is another one that begins alike,
 * as with receiving, which the process does not know of. Throws `record-ahead`, but for what was answered for already.
 */
function requireWhole(number: string, old: Entry | undefined, fresh: Entry | undefined): void {
  if (old && fresh && isOfOneDecision(old, fresh) && !fresh.answer?.early) throw recordAhead(number, old.seq);
}

/** In the order of their numbers, as everybody locks several. */
async function lockAll(tx: Db, number: string, entries: readonly Entry[]): Promise<Originals> {
  const originals = entries.flatMap(({ duplicateOf }) => duplicateOf ?? []);
  const locked = new Map<string, LockedComplaint | undefined>();
  for (const one of [...new Set([number, ...originals])].toSorted())
    locked.set(one, await lockComplaint(tx, one));
  return locked;
}

/** By a statement of its own, which sees what was written while the lock was waited for. */
function reportOf(tx: Db, number: string, entries: readonly Entry[]): Promise<Report> {
  return readReport(tx, number, { ...wantedFor(entries), state: true });
}

/** What entries that are on record already were answered. */
async function recordedOf(
  tx: Db,
  { number, state }: Report,
  old: readonly Entry[],
): Promise<Pick<Reckoned, 'clocks' | 'deadlines'>> {
  const seqs = old.map(({ seq }) => seq);
  const { clocks, deadlines } = await clocksOfEvents(tx, number, seqs);
  // An attempt that was given up may have come through, and kept an answer with a deadline that nobody was told.
  const early = old.flatMap(({ answer }) => (answer?.early ? [answer] : []));
  await keepAnswersOf(tx, number, early);
  markProvisional(deadlines, [...clocks.map(({ clock }) => clock), state ? clockSeen(state) : undefined]);
  return { clocks, deadlines };
}

/** Of what was written before (reading 30): the events have the deadline alone. */
function markProvisional(deadlines: Reckoned['deadlines'], known: readonly (Clock | undefined)[]): void {
  for (const due of deadlines) {
    const clock = known.find((one) => one?.due === due.deadline && one.provisional);
    if (clock) due.provisional = true;
  }
}

class Writer {
  private readonly tx: Db;
  private readonly originals: Originals;
  private readonly book: Book;
  private readonly mailing: boolean;

  constructor(tx: Db, originals: Originals, book: Book, mailing: boolean) {
    this.tx = tx;
    this.originals = originals;
    this.book = book;
    this.mailing = mailing;
  }

  /** Each entry finds what the one before it left. */
  async writeAll(
    begun: Report,
    entries: readonly Entry[],
    before: Pick<Reckoned, 'clocks' | 'deadlines'>,
  ): Promise<Pick<Reckoned, 'clocks' | 'deadlines'> & { ended: string[] }> {
    const { number } = begun;
    let report = begun;
    let so = { ...before, ended: [] as string[] };
    for (const entry of entries) {
      if (entry.seq > begun.seq + 1) report = await reportOf(this.tx, number, [entry]);
      so = await this.write(report, entry, so);
      await this.follow(report, entry);
    }
    return so;
  }

  private async write(report: Report, entry: Entry, before: Pick<Reckoned, 'clocks' | 'deadlines'>) {
    const { changes, actor, seq } = entry;
    const corrected =
      changes && (await correctComplaint(this.tx, report.number, changes, actor.role === 'reporter'));
    const corrections = new Map(corrected && [[seq, corrected]]);
    const { writing, clocks, deadlines } = reckon(report, [entry], this.book, before, corrections);
    const written = await writeRecord(this.tx, writing, { mailing: this.mailing });
    return { clocks, deadlines, ended: written?.ended ?? [] };
  }

  /** What the entry brings about beyond its report, once it is written. */
  private async follow({ number, title, consulted }: Report, entry: Entry): Promise<void> {
    const { tx, mailing } = this;
    const { type, at, after, undone, duplicateOf } = entry;
    if (undone?.clock === 'row') await clearUndone(tx, number);
    if (type === 'succeeded') await inheritAsked(tx, { ...after, title }, entry, mailing);
    // reading 24: what the office asked that the report has left, ends; also when this entry was taken long ago.
    if (consulted)
      await endConsultations(tx, { ...after, title }, { holderId: after.holder?.id ?? null, at }, mailing);
    const repeats = milestonesOf(entry).duplicateOf;
    if (repeats !== undefined) await setOriginal(tx, number, repeats);
    if (isAgainstRejection(entry)) await forgetClaim(tx, number);
    const original = duplicateOf === undefined ? undefined : this.originals.get(duplicateOf);
    if (!original || type === 'original-ended') return;
    await insertNotifications(tx, [tellOriginal(number, entry, original)], mailing);
    // It may have changed before it was followed.
    if (original.endedAt || original.duplicateOf) await noteOriginalChanged(tx, [number]);
  }
}
