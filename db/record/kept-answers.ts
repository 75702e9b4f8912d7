// Answers of decisions that were taken under a key (Idempotency-Key), kept with the record.
import type { Outcome } from '../../sop/entry.ts';
import type { Db } from '../connection/client.ts';

export interface KeptAnswer {
  /** What was asked, as a hash. */
  request: string;
  outcome: Outcome;
}

/** The answer that was given under that key, if a decision was taken under it and is on record. */
export async function keptAnswer(db: Db, number: string, key: string): Promise<KeptAnswer | undefined> {
  const [row] = await db<KeptAnswer[]>`
    select request, outcome from kept_answers where number = ${number} and key = ${key}`;
  return row;
}

/** To be called in the transaction that writes the decision's entries, or finds them written. */
export async function keepAnswer(
  db: Db,
  number: string,
  { key, request, outcome }: KeptAnswer & { key: string },
): Promise<void> {
  await db`
    insert into kept_answers (number, key, request, outcome)
    values (${number}, ${key}, ${request}, ${db.json(outcome)})
    on conflict (number, key) do update set outcome = excluded.outcome where kept_answers.request = excluded.request`;
}
