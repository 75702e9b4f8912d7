import type { Case } from '../../sop/case.ts';
import type { Db } from '../client.ts';

export interface LockedComplaint {
  number: string;
  title: string;
  seq: number;
  state: Case | null;
  hasEmail: boolean;
}

/** The complaint, locked until the transaction ends; undefined when there is none. */
export async function lockComplaint(db: Db, number: string): Promise<LockedComplaint | undefined> {
  const [row] = await db<LockedComplaint[]>`
    select c.number, c.title, c.seq, c.state,
      exists (select from identities i where i.number = c.number and i.email is not null) as has_email
    from complaints c where c.number = ${number} for update of c`;
  return row;
}
