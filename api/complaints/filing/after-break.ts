// A filing whose line to the database broke before it was answered: it may be written down all the same.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Filed, filedUnder } from '../../../db/complaints/filing/file-complaint.ts';
import { DatabaseAway } from '../../../db/connection/away.ts';
import type { Db } from '../../../db/connection/client.ts';

const lookEveryMs = 250;

/**
 * What was written under that number, looked for until its time is over (a moment of `performance.now()`), as long as it still
 * may be. Throws `error`, which broke it off, when there is nothing, and when the database does not come back meanwhile.
 */
export async function writtenAllTheSame(
  db: Db,
  number: string,
  until: number,
  error: unknown,
): Promise<Filed> {
  if (!(error instanceof DatabaseAway)) throw error;
  for (; performance.now() < until; await sleep(lookEveryMs)) {
    const found = await filedUnder(db, number).catch((again: unknown) => {
      if (!(again instanceof DatabaseAway)) throw again;
    });
    if (found) return found;
  }
  throw error;
}
