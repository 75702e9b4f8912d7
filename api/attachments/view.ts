// What readers see of an attachment.
import type { z } from 'zod';
import type { AttachmentRow } from '../../db/attachments/attachments.ts';
import type { CleanedCopy } from '../../db/attachments/cleaned-attachments.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { reporter } from '../../sop/case.ts';
import type { User } from '../identity/session.ts';
import { mayKnowReporter } from '../complaints/views/office-view.ts';
import type { attachment } from '../../contract/attachments/schemas.ts';
import { publicZone } from '../../sop/offices.ts';
import { fileNameOf } from '../../sop/texts/own-words.ts';
import { zoned } from '../values/zoned.ts';
import { wayOf } from './cleaning/ways.ts';
import { endingsOf } from './kinds/media-type.ts';

/** To an officer, or to the reporter when `user` is undefined: who is told offices, not their people. */
export function attachmentOf(
  row: AttachmentRow,
  complaint: ComplaintRow,
  user: User | undefined,
  copy?: CleanedCopy | null,
): z.output<typeof attachment> {
  const { id, mediaType, visibility, office, byName, at, scan } = row;
  const isOriginal = mayHaveOriginal(row, complaint, user);
  const isWithheld = copy === null || !wayOf(mediaType);
  const shown = isOriginal ? row : copy;
  return {
    id,
    name: nameFor(row, complaint, user),
    mediaType,
    bytes: shown?.bytes ?? row.bytes,
    sha256: shown?.sha256.toString('hex') ?? null,
    ...(!isOriginal && { copy: isWithheld ? ('withheld' as const) : ('cleaned' as const) }),
    ...((scan === 'waiting' || scan === 'found') && { scan }),
    visibility,
    at: zoned(at, user?.office.zone ?? publicZone),
    office,
    by: office === null ? reporter.name : user && byName ? byName : office,
  };
}

/**
 * reading 33: who may not know the reporter gets what came from them without metadata, also through the national office or
 * the officer who filed the report.
 */
export function mayHaveOriginal(
  { office, officeId, officeLevel }: AttachmentRow,
  complaint: ComplaintRow,
  user: User | undefined,
): boolean {
  if (!user || mayKnowReporter(complaint, user) || officeId === user.office.id) return true;
  return office !== null && officeLevel !== 'national' && office !== complaint.filedByOffice;
}

/** reading 14: what a reporter calls a file may tell who they are, through whomever it came. */
export function nameFor(row: AttachmentRow, complaint: ComplaintRow, user: User | undefined): string {
  const { id, name, mediaType } = row;
  if (mayHaveOriginal(row, complaint, user)) return name;
  return `${fileNameOf(id)}${endingsOf(mediaType)[0] ?? ''}`;
}
