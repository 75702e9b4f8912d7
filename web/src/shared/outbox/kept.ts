// What waits in this browser at its owner's wish: reports until they have arrived with their files, and a draft's files.
import { type DBSchema, openDB } from 'idb';
import type { Filed, Filing } from '../../api/types.ts';
import { keptMs } from './kept-ms.ts';

export interface Waiting {
  /** Files the report once, however often it is sent, and from wherever. */
  key: string;
  body: Filing;
  /** What an earlier attempt under the key sent, and may have filed. */
  sent: Filing | null;
  /** That have not arrived yet. */
  files: File[];
  /** Since when, in milliseconds. */
  at: number;
  /** Once the report has arrived. */
  filed: Filed | null;
  /** What was filed is what an attempt before sent. */
  earlier: boolean;
  /** The API refused it for good, by this code. */
  refused: string | null;
}

interface Kept extends DBSchema {
  outbox: { key: string; value: Waiting };
  draftFiles: { key: string; value: { files: File[]; at: number } };
}

const open = () =>
  openDB<Kept>('tuntas', 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'key' });
      db.createObjectStore('draftFiles');
    },
  });

/** Does one thing and closes: an open connection would hold up a newer version in another tab. */
async function using<T>(act: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

const isOld = ({ at }: { at: number }) => at < Date.now() - keptMs;

export const keep = (waiting: Waiting) => using((db) => db.put('outbox', waiting));

export const forget = (key: string) => using((db) => db.delete('outbox', key));

/** All that is not too old; what is, is forgotten. */
export const waiting = (): Promise<Waiting[]> =>
  using(async (db) => {
    const all = await db.getAll('outbox');
    await Promise.all(all.filter(isOld).map(({ key }) => db.delete('outbox', key)));
    return all.filter((one) => !isOld(one));
  });

/** A file has arrived; with the last one of a report that has arrived, nothing is left to wait. */
export const fileArrived = (key: string, file: File) =>
  using(async (db) => {
    const change = db.transaction('outbox', 'readwrite');
    const found = await change.store.get(key);
    if (found) {
      const { name, size } = file;
      const files = found.files.filter((other) => other.name !== name || other.size !== size);
      await change.store.put({ ...found, files });
    }
    await change.done;
  });

/** The files of the draft with this key; none when they are too old. */
export const draftFiles = (key: string): Promise<File[]> =>
  using(async (db) => {
    const found = await db.get('draftFiles', key);
    return found && !isOld(found) ? found.files : [];
  });

/** Keeps those of this draft and of no other. */
export const keepDraftFiles = (key: string, files: File[]) =>
  using(async (db) => {
    const change = db.transaction('draftFiles', 'readwrite');
    await change.store.clear();
    if (files.length > 0) await change.store.put({ files, at: Date.now() }, key);
    await change.done;
  });
