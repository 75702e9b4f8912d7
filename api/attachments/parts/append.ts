// Adds to a file that comes in parts; with its last byte it is kept like one that came whole. A process may die anywhere in it:
// what is counted is there, and a file that was kept twice is kept once.
import type { FastifyBaseLogger } from 'fastify';
import { attachmentById, type AttachmentRow } from '../../../db/attachments/attachments.ts';
import {
  appendPart,
  finishUpload,
  partsOf,
  uploadName,
  uploadOf,
  type UploadRow,
} from '../../../db/attachments/uploads.ts';
import type { Sql } from '../../../db/connection/client.ts';
import type { Reader } from '../../complaints/found.ts';
import { patienceMs, runAwaited } from '../../http/in-time.ts';
import { Problem } from '../../http/problems.ts';
import type { Services } from '../../services.ts';
import { withParts } from '../receive.ts';
import { kept } from '../taking.ts';

/** Where the file goes on, and whether what came was taken. Throws `too-large`, `not-found`. */
export async function append(
  sql: Sql,
  upload: UploadRow,
  start: number,
  content: Buffer,
): Promise<{ goesOnAt: number; isTaken: boolean }> {
  const { length, received } = upload;
  const end = start + content.length;
  if (end > length) {
    throw new Problem('too-large', {
      detail: {
        id: `Berkas ini dinyatakan ${length} byte.`,
        en: `This file was said to have ${length} bytes.`,
      },
    });
  }
  // All of it is here: its answer was lost.
  if (received === length && end === length) return { goesOnAt: length, isTaken: true };
  if (content.length === 0) return { goesOnAt: received, isTaken: start === received };
  if (await appendPart(sql, upload, start, content)) return { goesOnAt: end, isTaken: true };
  const now = await uploadOf(sql, upload);
  if (!now) throw new Problem('not-found');
  return { goesOnAt: now.received, isTaken: false };
}

/** What an upload that is here whole has become. Throws as `kept`. */
export async function completed(
  services: Services,
  log: FastifyBaseLogger,
  reader: Reader,
  upload: UploadRow,
): Promise<AttachmentRow> {
  const { sql } = services;
  const before = await runAwaited(patienceMs, () => become(sql, upload));
  if (before) return before;
  const name = await runAwaited(patienceMs, () => uploadName(sql, upload));
  const row = await withParts(partsOf(sql, upload), name ?? '', async (file) =>
    // Less than all of it: who sent it too was faster.
    file.bytes === upload.length ? kept(services, log, reader, file, upload.visibility) : undefined,
  );
  if (row) await runAwaited(patienceMs, () => finishUpload(sql, upload, row.id));
  const known = row ?? (await runAwaited(patienceMs, () => become(sql, upload)));
  if (!known) throw new Problem('not-found');
  return known;
}

async function become(sql: Sql, upload: UploadRow): Promise<AttachmentRow | undefined> {
  const attachmentId = (await uploadOf(sql, upload))?.attachmentId;
  return attachmentId ? attachmentById(sql, upload.number, attachmentId, true) : undefined;
}
