// Answers of decisions that were taken under a key (Idempotency-Key), kept with the record.
import type { Outcome } from '../../sop/entry.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

export interface KeptAnswer {
  /** What was asked, as a hash. */
  request: string;
  outcome: Outcome;
}

/** The answer that was given under that key, if a decision was taken under it and is on record. */
export async function keptAnswer(db: Db, number: string, key: string): Promise<KeptAnswer | undefined> {
  const rows = await db<NewAnswer[]>`
    select key, request, outcome from kept_answers where number = ${number} and key = ${key}`;
  return asked(rows, 'key', key)[0];
}

interface NewAnswer extends KeptAnswer {
  key: string;
}

/** Of several under one key the last: a statement keeps an answer once. */
export function lastOfEach(answers: readonly NewAnswer[]): NewAnswer[] {
  const last = new Map(answers.map(({ key, request, outcome }) => [key, { key, request, outcome }]));
  return [...last.values()];
}

/** Part of a statement: keeps the `answers` of `given`, as the decisions' entries are written or found written. */
export function keepAnswers(db: Db) {
  return db`
    insert into kept_answers (number, key, request, outcome)
    select given.number, a.key, a.request, a.outcome
    from given, jsonb_populate_recordset(null::kept_answers, given.doc -> 'answers') a
    on conflict (number, key) do update set outcome = excluded.outcome where kept_answers.request = excluded.request`;
}

/** Of decisions whose entries are found written: what they are answered now. */
export async function keepAnswersOf(tx: Db, number: string, answers: readonly NewAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx`
    with given as (select ${number}::text as number, ${tx.json({ answers: lastOfEach(answers) })}::jsonb as doc)
    ${keepAnswers(tx)}`;
}
