// Copies of attachments without their metadata (reading 33).
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

export interface CleanedCopy {
  storageKey: string;
  bytes: number;
  sha256: Buffer;
}

/** By attachment, what that cleaner made of those of a complaint; null: it cannot be cleaned. What it has not met is not there. */
export async function cleanedCopies(
  db: Db,
  number: string,
  cleaner: number,
): Promise<Map<string, CleanedCopy | null>> {
  const rows = await db<({ number: string; attachmentId: string } & CleanedCopy)[]>`
    select t.number, c.attachment_id, c.storage_key, c.bytes, c.sha256
    from cleaned_attachments c join attachments t on t.id = c.attachment_id
    where t.number = ${number} and c.cleaner = ${cleaner}`;
  return new Map(
    asked(rows, 'number', number).map(({ attachmentId, storageKey, bytes, sha256 }) => [
      attachmentId,
      storageKey === null ? null : { storageKey, bytes, sha256 },
    ]),
  );
}

/** The first that is told stays. */
export async function insertCleanedCopy(
  db: Db,
  attachmentId: string,
  cleaner: number,
  copy: CleanedCopy | undefined,
): Promise<void> {
  await db`
    insert into cleaned_attachments (attachment_id, cleaner, storage_key, bytes, sha256)
    values (${attachmentId}, ${cleaner}, ${copy?.storageKey ?? null}, ${copy?.bytes ?? null}, ${copy?.sha256 ?? null})
    on conflict do nothing`;
}
