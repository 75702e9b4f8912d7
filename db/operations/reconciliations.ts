// Open rows, to be held against open workflows, and what was found.
import type { Lost } from '../../sop/beside/resume.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface OpenRow {
  number: string;
  step: number;
  status: string;
  holderId: string | null;
}

/** Every complaint that is open by its row and has begun. */
export async function openRows(db: Db): Promise<OpenRow[]> {
  return db<OpenRow[]>`
    select number, step, status, holder_id from complaints where ended_at is null and started_at is not null`;
}

/** Those of `numbers` that are open by their row, and those that have a row at all. */
export async function rowsOf(db: Db, numbers: readonly string[]): Promise<Map<string, { open: boolean }>> {
  const rows = await db<{ number: string; open: boolean }[]>`
    select number, ended_at is null as open from complaints where number = any(${numbers as string[]})`;
  return new Map(rows.map(({ number, open }) => [number, { open }]));
}

/** What is to be decided by a person (docs/runbook.md). */
export interface Difference {
  number: string;
  /**
   * `workflow-ahead`: it, or its last run, knows more than the record, and no longer what. `workflow-parted`: it has
   * answered for what the record has otherwise. `number-taken`: it is another report's. `row-ended`: its row has ended,
   * its case has not. `row-missing`: a workflow without a row.
   */
  what: 'workflow-ahead' | 'workflow-parted' | 'number-taken' | 'row-ended' | 'row-missing';
}

export interface Mended {
  number: string;
  /**
   * `missing`: there was no workflow. `stopped`: somebody had terminated it, or it had failed. `behind`: it knew less
   * than the record. `ahead`: the record knew less than it, or than its last run.
   */
  found: Lost;
  /** `resumed`: it goes on from the record. `recorded`: what the record lacked was written. `ended`: it ended as its record had. */
  did: 'resumed' | 'recorded' | 'ended';
}

/** What a reconciliation came to. */
export interface Reconciliation {
  /** Complaints that had a row and no workflow, and have one now. */
  started: number;
  mended: Mended[];
  differences: Difference[];
}

export async function noteReconciliation(
  db: Db,
  { started, mended, differences }: Reconciliation,
): Promise<void> {
  await db`
    insert into reconciliations (started, mended, differences)
    values (${started}, ${db.json(mended)}, ${db.json(differences)})`;
}

export interface LastReconciliation extends Pick<Reconciliation, 'mended' | 'differences'> {
  /** Null before the first. */
  at: Date | null;
  /** Since then, or since the database was made: a new installation has missed none. */
  agoSeconds: number;
}

/** What the last one found. */
export async function lastReconciliation(db: Db): Promise<LastReconciliation> {
  return one(
    await db<LastReconciliation[]>`
      select last.at, coalesce(last.mended, '[]') as mended, coalesce(last.differences, '[]') as differences,
        extract(epoch from now() - coalesce(last.at, made.at))::float8 as ago_seconds
      from (select min(ran_at) as at from migrations) made
      left join (select at, mended, differences from reconciliations order by id desc limit 1) last on true`,
  );
}
