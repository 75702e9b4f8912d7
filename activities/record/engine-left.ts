// What the processes of an engine meet that the reports have left (decision 54): nothing of theirs is written or sent any more.
import { Context } from '@temporalio/activity';
import type { Sql } from '../../db/connection/client.ts';
import { currentEngine } from '../../db/operations/engines.ts';
import type { RecordBatch } from '../types.ts';
import { recordAhead } from './out-of-step.ts';

/** An activity that meets it waits, until its process is ended or the reports come back. */
export class EngineLeft extends Error {
  override readonly name = 'EngineLeft';

  constructor() {
    super('The reports run on another engine.');
  }
}

/** The same work, done only while the reports run on that engine. Throws `EngineLeft`. */
export function whileOn<Given extends unknown[], T>(
  sql: Sql,
  engineId: string | undefined,
  work: (...given: Given) => Promise<T>,
): (...given: Given) => Promise<T> {
  if (engineId === undefined) return work;
  return async (...given) => {
    if ((await currentEngine(sql))?.id !== engineId) throw new EngineLeft();
    return work(...given);
  };
}

/**
 * Of one that writes the record. Whoever waits for the answer of a decision is told that it was not taken; what was answered
 * before stays with its process, to be asked for.
 */
export function refusedWhenLeft<T>(
  write: (batch: RecordBatch) => Promise<T>,
): (batch: RecordBatch) => Promise<T> {
  return async (batch) => {
    try {
      return await write(batch);
    } catch (error) {
      if (error instanceof EngineLeft && Context.current().info.isLocal)
        throw recordAhead(batch.number, batch.entries[0]?.seq ?? 0);
      throw error;
    }
  };
}
