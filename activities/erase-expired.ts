// Erases who reported once the policy's days since the end are over (reading 33); by the worker's sweep, a batch at a time.
import type { Sql } from '../db/connection/client.ts';
import { eraseReporter, expired } from '../db/people/sealed/erase.ts';
import { policyInForce } from '../db/rules/policies.ts';
import { retentionDaysOf } from '../sop/policy/policy.ts';
import { eachItem } from './each-item.ts';

const batch = 50;

/** Gives how many were erased; fewer than a batch: no more wait now. */
export async function eraseExpired(sql: Sql): Promise<number> {
  const days = retentionDaysOf((await policyInForce(sql)).document);
  const numbers = await expired(sql, days, batch);
  return eachItem(sql, { job: 'erase', nameOf: (number: string) => number }, numbers, (number) =>
    sql.begin((tx) => eraseReporter(tx, number, 'retention')),
  );
}
