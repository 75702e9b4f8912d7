// Reports whose process and record were found not to go together: to be mended at the next sweep, before the next reconciliation.
import type { Db } from '../connection/client.ts';

/** Notes one; of one that is noted already nothing changes. */
export async function noteOutOfStep(db: Db, number: string): Promise<void> {
  await db`insert into out_of_step (number) values (${number}) on conflict do nothing`;
}

/** Those that nobody has looked at yet, or all. */
export async function outOfStep(db: Db, which: 'new' | 'all'): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select number from out_of_step where ${which === 'all'} or not named order by noted_at, number limit 1000`;
  return rows.map(({ number }) => number);
}

/** It goes with its record again. */
export async function forgetOutOfStep(db: Db, number: string): Promise<void> {
  await db`delete from out_of_step where number = ${number}`;
}

/** A person has to decide: until then only reconciliations look at it, and name it. */
export async function nameOutOfStep(db: Db, number: string): Promise<void> {
  await db`
    insert into out_of_step (number, named) values (${number}, true) on conflict (number) do update set named = true`;
}
