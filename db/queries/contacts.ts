// Whether reporters can be reached at the address they gave (readings 11, 33).
import type { Db } from '../client.ts';

/** Whether the reporter of `number` has an address that was confirmed by its link; false for an unknown number. */
export async function contactConfirmed(db: Db, number: string): Promise<boolean> {
  const rows = await db`
    select from identities where number = ${number} and email is not null and email_confirmed_at is not null`;
  return rows.length > 0;
}
