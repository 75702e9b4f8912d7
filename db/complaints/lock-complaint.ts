import type { Case } from '../../sop/case.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/asked.ts';

export interface LockedComplaint {
  number: string;
  title: string;
  seq: number;
  state: Case | null;
  /** Filed as a backlog: what lay before its filing is no news. */
  backlog: boolean;
  tellReporter: boolean;
  filedAt: Date;
}

/** The complaint, locked until the transaction ends; undefined when there is none. */
export async function lockComplaint(db: Db, number: string): Promise<LockedComplaint | undefined> {
  const rows = await db<LockedComplaint[]>`
    select c.number, c.title, c.seq, c.state, c.backlog, c.tell_reporter, c.filed_at
    from complaints c where c.number = ${number} for update of c`;
  return asked(rows, 'number', number)[0];
}
