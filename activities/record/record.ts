// The record (SOP: Pencatatan dan Pendataan): one transaction a batch, exactly once, in order, with its clocks computed.
import { within } from '../../db/connection/away.ts';
import { noteOutOfStep } from '../../db/operations/out-of-step.ts';
import { readReport } from '../../db/record/report.ts';
import { writeRecord } from '../../db/record/write.ts';
import { type Entry, isAgainstRejection, type Recorded } from '../../sop/entry.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import type { RecordBatch } from '../types.ts';
import { bookOf } from './book.ts';
import { milestonesOfAll } from './milestones.ts';
import { isOutOfStep } from './out-of-step.ts';
import { reckon, wantedFor } from './reckon.ts';
import { newsIn } from './tell-followers.ts';
import { type Recording, recordUnderLock } from './under-lock.ts';

/** Shorter than the activity's time, so that a silent connection is told apart from a dead worker. */
const patienceMs = 8_000;

/**
 * Writes a batch (see `ComplaintActivities.record`). Throws `ApplicationFailure` when the record does not fit,
 * `EngineLeft` when the reports run on another engine, another error when the complaint is unknown, `DatabaseAway` when
 * there was no answer for 8 s; whoever called tries again, which does no harm.
 */
export async function record(recording: Recording, batch: RecordBatch): Promise<Recorded> {
  try {
    return await within(patienceMs, writeBatch(recording, batch));
  } catch (error) {
    // Whoever wrote them learns of it; so do those who mend.
    if (isOutOfStep(error)) await noteOutOfStep(recording.sql, batch.number);
    throw error;
  }
}

async function writeBatch(recording: Recording, batch: RecordBatch): Promise<Recorded> {
  return (await recordAtOnce(recording, batch)) ?? recordUnderLock(recording, batch);
}

/**
 * Reads once, reckons, and writes once: the writing is a transaction of its own, and finds out whether the report is still
 * as it was read. Undefined, with nothing written, when it is not, or when what is to be written concerns more than the
 * report itself.
 */
async function recordAtOnce(
  { sql, keptRules, mailing, engineId }: Recording,
  { number, entries }: RecordBatch,
): Promise<Recorded | undefined> {
  if (!isPlain(entries)) return undefined;
  const report = await readReport(sql, number, wantedFor(entries));
  if (report.consulted || (report.followed && isNews(entries)) || entries[0].seq <= report.seq)
    return undefined;
  const { version, rulesVersion } = report;
  const book = bookOf(await keptRules.at(sql, rulesVersion), entries);
  const { writing, clocks, deadlines } = reckon(report, entries, book);
  const asRead = { version, rulesVersion, engineId };
  const written = await writeRecord(sql, writing, { mailing, asRead });
  return written && { clocks, deadlines, rules: rulesOf(book.policy), ended: written.ended };
}

/** Whether they concern their report alone, and are written without looking at what is written: most are. */
function isPlain(entries: readonly Entry[]): entries is readonly [Entry, ...Entry[]] {
  const beyond = (entry: Entry) =>
    entry.changes !== undefined ||
    entry.undone !== undefined ||
    entry.type === 'succeeded' ||
    entry.duplicateOf !== undefined ||
    isAgainstRejection(entry);
  return entries.length > 0 && !entries.some(beyond);
}

/** Whether who follows the report is told of them (reading 21), or may have wished to be. */
function isNews(entries: readonly Entry[]): boolean {
  const { all, wished } = newsIn(entries, milestonesOfAll(entries));
  return all || wished;
}
