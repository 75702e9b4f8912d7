// One report from one engine to another: what its old process owes is written, that process ends, a new one goes on from the record.
import type { Difference } from '../../db/operations/reconciliations.ts';
import { lastOnRecord, processOf } from '../../db/record/on-record.ts';
import type { Engine } from '../../engine/engine.ts';
import { NoAnswer } from '../../engine/errors.ts';
import { whyMoved } from '../../sop/beside/resume.ts';
import { writeMissing } from '../mending/mend.ts';
import { isOutOfStep } from '../record/out-of-step.ts';
import type { Recording } from '../record/under-lock.ts';

interface Ways extends Recording {
  from: { engine: Engine } | undefined;
  to: { engine: Engine };
}

/**
 * Gives what a person has to look at, and then leaves the old process as it is. Repeating it does no harm: a run that was
 * begun from a record that went on meanwhile finds that out by itself. Throws `EngineAway` and `DatabaseAway`.
 */
export async function handOver(
  { from, to, ...recording }: Ways,
  number: string,
): Promise<Difference | undefined> {
  const { sql, keptRules } = recording;
  if (from) {
    const what = await writeOwed(recording, from.engine, number);
    if (what) return { number, what };
    await from.engine.processes.end(number, whyMoved);
  }
  // After that: nothing else comes to its record now.
  const row = await lastOnRecord(sql, number);
  if (!row || row.endedAt) return undefined;
  const input = processOf(row, await keptRules.now(sql), whyMoved);
  await to.engine.processes.resume(input, { inPlace: false });
  return undefined;
}

/** What it has answered while the database was away, which its own worker may not write any more. */
async function writeOwed(
  recording: Recording,
  { processes }: Engine,
  number: string,
): Promise<Difference['what'] | undefined> {
  if (!(await processes.owes(number))) return undefined;
  const row = await lastOnRecord(recording.sql, number);
  if (!row) return 'row-missing';
  try {
    const written = await processes.written(number);
    return written.seq > row.seq ? await writeMissing(recording, row, written) : undefined;
  } catch (error) {
    // It was taken over meanwhile, or nobody runs it any more.
    if (isOutOfStep(error)) return 'workflow-parted';
    if (error instanceof NoAnswer) return 'workflow-ahead';
    throw error;
  }
}
