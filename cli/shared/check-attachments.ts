// Holds every stored file against what was written down of it.
import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import type { Db } from '../../db/connection/client.ts';
import { type AttachmentRow, attachmentsAfter } from '../../db/attachments/attachments.ts';

const page = 100;

export interface Lost {
  number: string;
  id: string;
  what: 'changed' | 'missing';
}

/** Reads all files; gives how many are whole, and each that is not: a folder may be older than the database. Throws when either is away. */
export async function checkAttachments(db: Db, store: Store): Promise<{ whole: number; lost: Lost[] }> {
  let whole = 0;
  const lost: Lost[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const rows: AttachmentRow[] = await attachmentsAfter(db, after, page);
    for (const row of rows) {
      const what = await faultOf(row, store);
      if (what) lost.push({ number: row.number, id: row.id, what });
      else whole += 1;
    }
    after = rows.at(-1)?.id;
    more = rows.length === page;
  }
  return { whole, lost };
}

async function faultOf(
  { storageKey, sha256 }: AttachmentRow,
  store: Store,
): Promise<Lost['what'] | undefined> {
  const content = await store.get(storageKey);
  if (!content) return 'missing';
  const hash = createHash('sha256');
  for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest().equals(sha256) ? undefined : 'changed';
}
