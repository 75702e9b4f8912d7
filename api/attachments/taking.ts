// What is alike however a file comes, whole or in parts: who may add it, for whom, how it is kept, and what is answered.
import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import { attachmentById, type AttachmentRow, type Visibility } from '../../db/attachments/attachments.ts';
import { type attachment, visibility } from '../../contract/attachments/schemas.ts';
import type { Reader } from '../complaints/found.ts';
import { patienceMs, runAwaited } from '../http/in-time.ts';
import { Rate } from '../http/limits/rate.ts';
import { invalidField, Problem } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import type { Services } from '../services.ts';
import { keep } from './keep.ts';
import type { Received } from './receive.ts';
import { attachmentOf } from './view.ts';

/** Of one address in a minute. */
export const uploadsPerMinute = 300;

/** How many files reporters may begin to send from one address. */
export function dailyOf(uploadsPerDay: number): Rate {
  return new Rate(uploadsPerDay, {
    seconds: 86_400,
    detail: {
      id: 'Lampiran dari alamat jaringan ini sudah mencapai batas hari ini.',
      en: 'As many files as may come from this network address in a day have come.',
    },
  });
}

/** Throws `invalid-fields` for what is not open to who sends. */
export function visibilityOf(given: string | undefined, user: User | undefined): Visibility {
  const asked = visibility.optional().safeParse(given);
  if (!asked.success || (!user && asked.data === 'internal')) {
    throw invalidField('visibility', {
      id: 'Bukan pilihan yang terbuka bagi Anda',
      en: 'Not a choice that is open to you',
    });
  }
  return user ? (asked.data ?? 'internal') : 'reporter';
}

export function uploaderOf(user: User | undefined) {
  return user ? { officeId: user.office.id, username: user.username, name: user.name } : null;
}

/** Throws as `keep`. */
export function kept(
  { sql, store, scanner }: Services,
  log: FastifyBaseLogger,
  { complaint, user }: Reader,
  file: Received,
  forWhom: Visibility,
): Promise<AttachmentRow> {
  return keep(
    { sql, store, log, isScanned: scanner !== undefined },
    { number: complaint.number, visibility: forWhom, by: uploaderOf(user) },
    file,
  );
}

/** To who sent it, once it was scanned where there is a scanner. Throws `file-infected`. */
export async function answerOf(
  services: Services,
  { complaint, user }: Reader,
  row: AttachmentRow,
): Promise<z.output<typeof attachment>> {
  const scanned = await tried(services, row);
  // Who sent it is told at once; it stays where it lies, for nobody.
  if (scanned.scan === 'found') throw new Problem('file-infected');
  return attachmentOf(scanned, complaint, user);
}

/** Scanned once before it is answered, so that who sent it is mostly told at once whether it is clean. */
async function tried({ sql, scanner }: Services, row: AttachmentRow): Promise<AttachmentRow> {
  if (!scanner || row.scan !== 'waiting') return row;
  await scanner.soon(row.id);
  const { number, id } = row;
  return (await runAwaited(patienceMs, () => attachmentById(sql, number, id, true))) ?? row;
}
