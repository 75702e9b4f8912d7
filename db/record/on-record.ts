// Where the record of a report stands, for a process that goes on from it.
import type { Filing } from '../../sop/rows/intake.ts';
import type { OnRecord } from '../../sop/entry.ts';
import { startInputOf } from '../complaints/filing/unstarted.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import type { Rules } from '../rules/kept-rules.ts';

/** Throws when there is no such report. */
export async function onRecord(db: Db, number: string): Promise<OnRecord> {
  const found = await lastOnRecord(db, number);
  if (!found) throw new Error(`Complaint ${number} is not in the record.`);
  return { case: found.case, seq: found.seq, last: found.last };
}

/** The same, and what a process is begun with; undefined when there is no such report. */
export interface LastOnRecord extends OnRecord {
  number: string;
  kind: Filing['kind'];
  oversight: boolean;
  receivedAt: Date;
  agencyId: string | null;
  /** By its row; a row may be over though its case is not: somebody changed it by hand. */
  endedAt: Date | null;
}

export async function lastOnRecord(db: Db, number: string): Promise<LastOnRecord | undefined> {
  const rows = await db<LastOnRecord[]>`
    select c.number, c.state as "case", c.seq, c.kind, c.oversight, c.received_at, c.agency_id, c.ended_at,
      (select e.type from events e where e.number = c.number and e.seq = c.seq) as last
    from complaints c where c.number = ${number}`;
  return asked(rows, 'number', number)[0];
}

/** What a new process of a report begins with: with its filing, and with its case where it has one. Throws `NothingToStart`. */
export function processOf(
  row: LastOnRecord,
  rules: Rules,
  why: string,
): Filing & { carried?: { case: NonNullable<OnRecord['case']>; resumed: string } } {
  const filing = startInputOf(row, rules);
  return { ...filing, ...(row.case && { carried: { case: row.case, resumed: why } }) };
}
