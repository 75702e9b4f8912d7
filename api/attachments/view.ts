// What readers see of an attachment.
import type { z } from 'zod';
import type { AttachmentRow } from '../../db/queries/attachments.ts';
import type { ComplaintRow } from '../../db/queries/complaint-row.ts';
import { reporter } from '../../sop/case.ts';
import type { User } from '../auth.ts';
import { mayKnowReporter } from '../office-view.ts';
import type { attachment } from '../schemas/attachments.ts';
import { publicZone, zoned } from '../zoned.ts';
import { endingsOf } from './media-type.ts';

/** To an officer, or to the reporter when `user` is undefined: who is told offices, not their people. */
export function attachmentOf(
  row: AttachmentRow,
  complaint: ComplaintRow,
  user: User | undefined,
): z.output<typeof attachment> {
  const { id, mediaType, bytes, sha256, visibility, office, byName, at } = row;
  return {
    id,
    name: nameFor(row, complaint, user),
    mediaType,
    bytes,
    sha256: sha256.toString('hex'),
    visibility,
    at: zoned(at, user?.office.zone ?? publicZone),
    office,
    by: office === null ? reporter.name : user && byName ? byName : office,
  };
}

/** reading 14: what a reporter calls a file may tell who they are. */
export function nameFor(
  { id, name, mediaType, office }: AttachmentRow,
  complaint: ComplaintRow,
  user: User | undefined,
): string {
  if (!user || office !== null || mayKnowReporter(complaint, user)) return name;
  return `lampiran-${id.slice(0, 8)}${endingsOf(mediaType)[0] ?? ''}`;
}
