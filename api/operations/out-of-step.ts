// Whether a refusal is the report's, or of a process that does not go with its record: then nothing is known, and 503 is the answer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import type { Sql } from '../../db/connection/client.ts';
import { lastOnRecord } from '../../db/record/on-record.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Case, Decision } from '../../sop/case.ts';
import { type Refusal, type RefusalCode, refusalOf } from '../../sop/refusal.ts';

/** What the case alone does not say. */
const otherwiseKnown: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'expired',
  'not-an-original',
  'idempotency-key-reused',
  'unknown-actor',
  'malformed',
  'too-long',
]);
/** Another decision may have come first, whose record is being written. */
const writingMs = [50, 200, 750];

/**
 * Whose a refusal is. `report`: what it says holds. `process`: of one that does not go with its record. `before`: the process goes
 * with its record now, which would not refuse by what it says of the case; it may have been mended meanwhile, so ask it again.
 */
export type Whose = 'report' | 'process' | 'before';

/** Looks at the process only when the record would not refuse alike, which is rare. */
export async function whoseRefusal(
  { sql, engine }: { sql: Sql; engine: Engine },
  { number, state }: Pick<ComplaintRow, 'number' | 'state'>,
  decision: Decision,
  { code }: Refusal,
): Promise<Whose> {
  if (code === 'out-of-step') return 'process';
  const isAlike = (c: Case) => refusalOf(c, decision, new Date().toISOString()) === code;
  if (otherwiseKnown.has(code) || (state && isAlike(state))) return 'report';
  for (const waitMs of [0, ...writingMs]) {
    await sleep(waitMs);
    const before = await lastOnRecord(sql, number);
    if (!before?.case || isAlike(before.case)) return 'report';
    const { seq } = await engine.complaints.caseOf(number);
    if (seq < before.seq) return 'process';
    if (seq === before.seq) return 'before';
  }
  return 'process';
}
