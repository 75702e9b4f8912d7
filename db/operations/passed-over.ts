// What a job had to pass over, so that one bad item holds up nothing behind it (docs/runbook.md).
import type { Db } from '../connection/client.ts';

export type Job =
  | 'start'
  | 'originals'
  | 'reconcile'
  | 'recompute'
  | 'succession'
  | 'consultations'
  | 'digest'
  | 'recap'
  | 'weekly'
  | 'courier'
  | 'erase'
  | 'identities';

export interface PassedOver {
  job: Job;
  item: string;
  times: number;
  error: string;
  since: Date;
  lastAt: Date;
  nextAt: Date;
}

/** Notes that an item could not be done; it is due again after a minute, then two, four … at most ten. */
export async function notePassedOver(db: Db, job: Job, item: string, error: string): Promise<void> {
  await db`
    insert into passed_over as p (job, item, error, next_at)
    values (${job}, ${item}, ${error}, now() + interval '1 minute')
    on conflict (job, item) do update set times = p.times + 1, error = excluded.error, last_at = now(),
      next_at = now() + least(interval '10 minutes', interval '1 minute' * 2 ^ least(p.times, 4))`;
}

/** They were done after all. */
export async function forgetPassedOver(db: Db, job: Job, ...items: string[]): Promise<void> {
  await db`delete from passed_over where job = ${job} and item = any(${items}::text[])`;
}

/** The items of a job by name, and whether each may be tried again now. */
export async function passedOverOf(db: Db, job: Job): Promise<Map<string, { due: boolean }>> {
  const rows = await db<{ item: string; due: boolean }[]>`
    select item, next_at <= now() as due from passed_over where job = ${job}`;
  return new Map(rows.map(({ item, due }) => [item, { due }]));
}

/** What ops see: the oldest first, at most `limit`. */
export async function passedOver(db: Db, limit: number): Promise<PassedOver[]> {
  return db<PassedOver[]>`
    select job, item, times, error, since, last_at, next_at from passed_over order by since, job, item limit ${limit}`;
}
