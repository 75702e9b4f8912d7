// Open rows, to be held against open workflows, and what was found.
import type { Db } from '../connection/client.ts';

/** Every complaint that is open by its row and has begun. */
export async function openNumbers(db: Db): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select number from complaints where ended_at is null and started_at is not null`;
  return rows.map(({ number }) => number);
}

/** Those of `numbers` that are open by their row, and those that have a row at all. */
export async function rowsOf(db: Db, numbers: readonly string[]): Promise<Map<string, { open: boolean }>> {
  const rows = await db<{ number: string; open: boolean }[]>`
    select number, ended_at is null as open from complaints where number = any(${numbers as string[]})`;
  return new Map(rows.map(({ number, open }) => [number, { open }]));
}

export interface Difference {
  number: string;
  /**
   * `workflow-missing`: the row is open, no workflow is there. `record-behind`: the workflow has ended, its row is
   * open. `row-ended`: the other way round. `row-missing`: a workflow without a row.
   */
  what: 'workflow-missing' | 'record-behind' | 'row-ended' | 'row-missing';
}

export async function noteReconciliation(db: Db, started: number, differences: Difference[]): Promise<void> {
  await db`
    insert into reconciliations (started, differences) values (${started}, ${db.json(differences)})`;
}

/** What the last one found; undefined before the first. */
export async function lastReconciliation(
  db: Db,
): Promise<{ at: Date; differences: Difference[] } | undefined> {
  const [last] = await db<{ at: Date; differences: Difference[] }[]>`
    select at, differences from reconciliations order by id desc limit 1`;
  return last;
}
