// Keeps a received file: first its bytes, then its row, so that there is never a row without a file.
import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { DatabaseAway } from '../../db/connection/away.ts';
import type { Db, Sql } from '../../db/connection/client.ts';
import {
  attachmentById,
  type AttachmentRow,
  countAdded,
  insertAttachment,
  lockedStanding,
  type NewAttachment,
  sameAttachment,
  type Standing,
} from '../../db/attachments/attachments.ts';
import { insertScan } from '../../db/attachments/scans.ts';
import { isEnd } from '../../sop/terms.ts';
import { patienceMs, runAwaited } from '../http/in-time.ts';
import { Problem } from '../http/problems.ts';
import { cleanName } from './file-name.ts';
import { formats, takenInWords } from '../../contract/attachments/kinds.ts';
import { mediaTypeOf } from './kinds/media-type.ts';
import type { Received } from './receive.ts';
import type { Store } from '../../store/store.ts';

/** Of one complaint: the reporter's, and as many of the offices together. */
const most = 20;

interface Keeper {
  sql: Sql;
  store: Store;
  log: FastifyBaseLogger;
  /** Nobody gets it before a virus scanner has seen it. */
  isScanned: boolean;
}

/**
 * The attachment as it was written down; for the same file once more, the first. Throws `unsupported-media-type`,
 * `too-many-attachments`, `closed` when the complaint has ended, `not-holder` for a file to the reporter from an office
 * that neither holds the report nor answered it, `StoreAway`, `DatabaseAway`.
 */
export async function keep(
  keeper: Keeper,
  of: Pick<NewAttachment, 'number' | 'visibility' | 'by'>,
  file: Received,
): Promise<AttachmentRow> {
  const { sql, store, log } = keeper;
  const mediaType = await mediaTypeOf(file.path, file.name);
  if (!mediaType) throw notTaken();
  const id = randomUUID();
  const { bytes, sha256 } = file;
  const name = cleanName(file.name, mediaType);
  const one = { ...of, id, name, mediaType, bytes, sha256, storageKey: `${of.number}/${id}` };
  const first = await runAwaited(patienceMs, () => admit(sql, one));
  if (first) return first;
  await store.put(one.storageKey, { path: file.path, bytes, sha256, mediaType });
  const discard = () =>
    store.remove(one.storageKey).catch((error: unknown) => log.warn({ err: error }, 'a file is left over'));
  return runAwaited(patienceMs, () => writeDown(keeper, one, discard));
}

/** Whether it may be added: gives the first when it is there already. Locks the complaint while a transaction runs. */
async function admit(db: Db, one: NewAttachment): Promise<AttachmentRow | undefined> {
  const standing = await lockedStanding(db, one.number);
  if (!standing) throw new Problem('not-found');
  const first = await sameAttachment(db, one);
  if (first) return first;
  await requireOpen(db, standing, one);
  return undefined;
}

/** Throws as `keep` where no other file of theirs may be added as the report stands. */
export async function requireOpen(
  db: Db,
  standing: Standing,
  one: Pick<NewAttachment, 'number' | 'visibility' | 'by'>,
): Promise<void> {
  if (isClosedTo(standing, one.by === null)) throw new Problem('closed');
  if (one.by && one.visibility === 'reporter' && !speaks(standing, one.by.officeId)) {
    throw new Problem('not-holder', {
      detail: {
        id: 'Hanya kantor yang memegang atau menjawab laporan yang dapat melampirkan untuk pelapor.',
        en: 'Only an office that holds the report or answered it can attach for the reporter.',
      },
    });
  }
  if ((await countAdded(db, one.number, one.by === null)) >= most) throw new Problem('too-many-attachments');
}

/** To the offices a report that was rejected has ended, to its reporter once that is final (reading 22). */
export function isClosedTo(
  { status, endedAt }: Pick<Standing, 'status' | 'endedAt'>,
  reporter: boolean,
): boolean {
  return reporter ? endedAt !== null : isEnd(status);
}

/** Whose word reaches the reporter. */
function speaks({ holderId, answerOfficeIds }: Standing, officeId: string): boolean {
  return officeId === holderId || answerOfficeIds.includes(officeId);
}

async function writeDown(
  { sql, isScanned }: Keeper,
  one: NewAttachment,
  discard: () => Promise<unknown>,
): Promise<AttachmentRow> {
  try {
    const row = await sql.begin(async (tx) => {
      const first = await admit(tx, one);
      if (first) return first;
      await insertAttachment(tx, one);
      if (isScanned) await insertScan(tx, one);
      return attachmentById(tx, one.number, one.id, true);
    });
    if (!row) throw new Error(`Attachment ${one.id} is not there after it was inserted.`);
    if (row.id !== one.id) await discard();
    return row;
  } catch (error) {
    // A commit that nobody answered may have happened; then the row needs its file.
    if (!(error instanceof DatabaseAway)) await discard();
    throw error;
  }
}

function notTaken(): Problem {
  const { images, documents, recordings, texts } = formats;
  return new Problem('unsupported-media-type', {
    detail: {
      id: `Yang diterima: ${takenInWords}.`,
      en: `Taken are pictures (${images}), documents (${documents}), recordings (${recordings}) and text (${texts}).`,
    },
  });
}
