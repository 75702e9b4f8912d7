// Brings one report and its workflow together again, from the record, which is the truth (decision 47).
import type { Difference, Mended } from '../../db/operations/reconciliations.ts';
import { forgetOutOfStep, nameOutOfStep } from '../../db/operations/out-of-step.ts';
import { type LastOnRecord, lastOnRecord, processOf } from '../../db/record/on-record.ts';
import type { Engine } from '../../engine/engine.ts';
import { NoAnswer } from '../../engine/errors.ts';
import type { Written } from '../../engine/processes.ts';
import { type Lost, whyLost } from '../../sop/beside/resume.ts';
import { record } from '../record/record.ts';
import type { Recording } from '../record/under-lock.ts';

export interface Mending extends Recording {
  engine: Engine;
}

/** What was found; undefined: nothing. */
export type Found = { mended: Mended } | { difference: Difference } | undefined;

/**
 * Mends it, or says what a person has to decide. Repeating it, and several at once, do no harm: a run that was started
 * from a record that went on meanwhile finds that out by itself. Throws `EngineAway`, `DatabaseAway`, and what else
 * keeps it from being looked at.
 */
export async function mend(mending: Mending, number: string): Promise<Found> {
  const { sql, engine } = mending;
  const state = await engine.processes.stateOf(number);
  // After the engine: what has ended there is on record by now.
  const row = await lastOnRecord(sql, number);
  const found = await (state === 'running'
    ? mendRunning(mending, number, row)
    : mendLost(mending, row, state));
  if (found && 'difference' in found) await nameOutOfStep(sql, number);
  else await forgetOutOfStep(sql, number);
  return found;
}

async function mendRunning(mending: Mending, number: string, row: LastOnRecord | undefined): Promise<Found> {
  const { processes } = mending.engine;
  if (!row) return { difference: { number, what: 'row-missing' } };
  const standing = await processes.lookAtRecord(number);
  switch (standing) {
    case 'behind':
      return { mended: { number, found: 'behind', did: row.endedAt ? 'ended' : 'resumed' } };
    case 'parted':
      return { difference: { number, what: 'workflow-parted' } };
    case 'ahead': {
      const said = await writeMissing(mending, row, await processes.written(number));
      if (said) return { difference: { number, what: said } };
      await processes.lookAtRecord(number);
      return { mended: { number, found: 'ahead', did: 'recorded' } };
    }
    case 'in-step':
      return row.endedAt ? { difference: { number, what: 'row-ended' } } : undefined;
    default:
      return undefined;
  }
}

/** There is none that runs. */
async function mendLost(
  mending: Mending,
  row: LastOnRecord | undefined,
  state: 'ended' | 'stopped' | 'missing',
): Promise<Found> {
  if (!row || row.endedAt) return undefined;
  const { sql } = mending;
  const { number } = row;
  if (state === 'missing') return goOn(mending, row, 'missing');
  // What was written, or answered, before the end: a run can be asked after it, too.
  const written = await writtenBy(mending.engine, number);
  const said = written && written.seq > row.seq && (await writeMissing(mending, row, written));
  if (said) return { difference: { number, what: said } };
  const now = await lastOnRecord(sql, number);
  if (now?.endedAt) return { mended: { number, found: 'ahead', did: 'recorded' } };
  // It came to the end of the procedure, which is not on record.
  if (state === 'ended') return { difference: { number, what: 'workflow-ahead' } };
  return goOn(mending, now ?? row, 'stopped');
}

/** Undefined of a run whose history cannot be read any more. Throws `NoAnswer` when no worker says. */
async function writtenBy({ processes }: Engine, number: string): Promise<Written | undefined> {
  try {
    return await processes.written(number);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    return undefined;
  }
}

/** By a new run, which writes down why. */
async function goOn(mending: Mending, row: LastOnRecord, found: Lost): Promise<Found> {
  const { sql, keptRules, engine } = mending;
  const input = processOf(row, await keptRules.now(sql), whyLost[found]);
  await engine.processes.resume(input, { inPlace: false });
  return { mended: { number: row.number, found, did: 'resumed' } };
}

/** Writes what the record lacks and the run still has; gives why not. */
export async function writeMissing(
  recording: Recording,
  { number, seq, receivedAt }: LastOnRecord,
  { entries, ...written }: Written,
): Promise<Difference['what'] | undefined> {
  if (Date.parse(written.receivedAt) !== receivedAt.getTime()) return 'number-taken';
  const missing = entries.filter((entry) => entry.seq > seq);
  if (missing.length !== written.seq - seq) return 'workflow-ahead';
  if (missing.length > 0) await record(recording, { number, entries: missing });
  return undefined;
}
