// The files of a report.
import { complaintPath } from '../../api/paths.ts';
import type { Attachment, Attachments } from '../../api/types.ts';
import { officeKeys } from '../keys.ts';
import { useKnown } from '../queries.ts';

export function useAttachments(number: string) {
  return useKnown<Attachments>(officeKeys.attachments(number), `${complaintPath(number)}/attachments`);
}

/** Where one is fetched. */
export function fileHref(number: string, { id }: Attachment): string {
  return `${complaintPath(number)}/attachments/${id}`;
}
