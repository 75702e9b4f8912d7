// Holds every stored file against what was written down of it.
import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import type { Db } from '../../db/connection/client.ts';
import { type AttachmentRow, attachmentsAfter } from '../../db/attachments/attachments.ts';

const page = 100;

export interface Checked {
  /** Whole ones, before the first that is not. */
  whole: number;
  lost: { number: string; id: string; what: 'changed' | 'missing' } | undefined;
}

/** Reads all files. Throws when database or store are away. */
export async function checkAttachments(db: Db, store: Store): Promise<Checked> {
  let whole = 0;
  for (let after: string | undefined, more = true; more; ) {
    const rows: AttachmentRow[] = await attachmentsAfter(db, after, page);
    for (const row of rows) {
      const what = await faultOf(row, store);
      if (what) return { whole, lost: { number: row.number, id: row.id, what } };
      whole += 1;
    }
    after = rows.at(-1)?.id;
    more = rows.length === page;
  }
  return { whole, lost: undefined };
}

async function faultOf({ storageKey, sha256 }: AttachmentRow, store: Store) {
  const content = await store.get(storageKey);
  if (!content) return 'missing';
  const hash = createHash('sha256');
  for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest().equals(sha256) ? undefined : 'changed';
}
