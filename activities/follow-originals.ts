// Tells the processes of duplicates that their originals have changed (reading 21): what it is, they ask the record.
import { forgetOriginalChanges, type OriginalChange, originalChanges } from '../db/complaints/followers.ts';
import type { Sql } from '../db/connection/client.ts';
import type { Engine } from '../engine/engine.ts';
import { eachItem } from './each-item.ts';

const batch = 500;
const run = { job: 'originals', nameOf: ({ number }: OriginalChange) => number } as const;

/** Repeating it, and several at once, do no harm: a process that hears nothing new writes nothing. Throws `EngineAway`. */
export async function sweepOriginals(sql: Sql, { complaints }: Engine): Promise<void> {
  await eachItem(sql, run, await originalChanges(sql, batch), async (change) => {
    await complaints.tellOriginalChanged(change.number);
    await forgetOriginalChanges(sql, change);
  });
}
