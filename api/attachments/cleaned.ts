// The copy of a file for offices that may not know the reporter (reading 33): made when it is first asked for, and kept
// apart. What a crash leaves half-made is made again.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sql } from '../../db/connection/client.ts';
import type { AttachmentRow } from '../../db/attachments/attachments.ts';
import {
  type CleanedCopy,
  cleanedCopies,
  insertCleanedCopy,
} from '../../db/attachments/cleaned-attachments.ts';
import { forOthersToo } from '../http/in-time.ts';
import { Problem } from '../http/problems.ts';
import { cleanInChild } from './cleaning/in-child.ts';
import { wayOf } from './cleaning/ways.ts';
import { StoreAway } from '../../store/away.ts';
import type { Store } from '../../store/store.ts';

/** To be counted up when the cleaner finds more: then all copies are made anew. */
const cleaner = 2;

interface Place {
  sql: Sql;
  store: Store;
}

export interface Content {
  content: Readable;
  bytes: number;
}

/** The file as it was sent. Throws `StoreAway`. */
export async function originalOf({ store }: Place, row: AttachmentRow): Promise<Content> {
  return { content: await stored(store, row.storageKey), bytes: row.bytes };
}

/** The file without its metadata. Throws `file-withheld` when it cannot be cleaned, `StoreAway`. */
export async function cleanedOf(place: Place, row: AttachmentRow): Promise<Content> {
  if (!wayOf(row.mediaType)) throw new Problem('file-withheld');
  const known = (await knownCopies(place.sql, row.number)).get(row.id);
  const found = known && (await place.store.get(known.storageKey));
  if (found) return { content: found, bytes: known.bytes };
  const copy = known === null ? undefined : await madeOnce(place, row);
  if (!copy) throw new Problem('file-withheld');
  return { content: await stored(place.store, copy.storageKey), bytes: copy.bytes };
}

/** Of a complaint's files, those that were met already; null: cannot be cleaned. */
export function knownCopies(sql: Sql, number: string): Promise<Map<string, CleanedCopy | null>> {
  return cleanedCopies(sql, number, cleaner);
}

const making = new Map<string, Promise<CleanedCopy | undefined>>();

/** For all who ask at the same time. */
function madeOnce(place: Place, row: AttachmentRow): Promise<CleanedCopy | undefined> {
  const under =
    making.get(row.id) ?? forOthersToo(() => make(place, row)).finally(() => making.delete(row.id));
  making.set(row.id, under);
  return under;
}

async function make({ sql, store }: Place, row: AttachmentRow): Promise<CleanedCopy | undefined> {
  const content = await read(store, row.storageKey);
  const clean = await cleanInChild(content, row.mediaType).catch((cause: unknown) => {
    throw new Problem('file-withheld', { cause });
  });
  const copy = clean && (await keep(store, row, clean));
  await insertCleanedCopy(sql, row.id, cleaner, copy);
  return copy;
}

/** Its name tells what is in it, so that two who make it at the same time never mix theirs up. */
async function keep(store: Store, row: AttachmentRow, clean: Buffer): Promise<CleanedCopy> {
  const sha256 = createHash('sha256').update(clean).digest();
  const storageKey = `cleaned-${row.storageKey}-${sha256.toString('hex', 0, 8)}`;
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-clean-'));
  const path = join(folder, 'file');
  try {
    await writeFile(path, clean, { mode: 0o600 });
    await store.put(storageKey, { path, bytes: clean.length, sha256, mediaType: row.mediaType });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { storageKey, bytes: clean.length, sha256 };
}

async function stored(store: Store, key: string): Promise<Readable> {
  const content = await store.get(key);
  if (!content) throw new StoreAway(new Error(`${key} is gone.`));
  return content;
}

/** All of it. A store that stops in the middle is away. */
async function read(store: Store, key: string): Promise<Buffer> {
  const content = await stored(store, key);
  return buffer(content).catch((cause: unknown) => {
    throw new StoreAway(cause);
  });
}
