// What ops changed, and who did it: append-only.
import type { Db } from '../connection/client.ts';

export interface AdminChange {
  /** A username. */
  by: string;
  what: 'user' | 'office' | 'schedule' | 'api-key' | 'category' | 'process';
  subject: string;
  /** The fields as they are now; of a password only that it was changed. */
  change: Record<string, string | number | boolean | null | undefined>;
}

/** Appends it; in the transaction of the change itself. */
export async function noteAdminChange(db: Db, { by, what, subject, change }: AdminChange): Promise<void> {
  await db`
    insert into admin_changes (by, what, subject, change) values (${by}, ${what}, ${subject}, ${db.json(change)})`;
}
