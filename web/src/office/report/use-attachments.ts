// The files of a report.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { Attachment, Attachments } from '../../api/types.ts';
import { officeKeys } from '../keys.ts';

export function useAttachments(number: string) {
  return useQuery({
    queryKey: officeKeys.attachments(number),
    queryFn: ({ signal }) => ask<Attachments>(`${complaintPath(number)}/attachments`, { signal }),
  });
}

/** Where one is fetched. */
export function fileHref(number: string, { id }: Attachment): string {
  return `${complaintPath(number)}/attachments/${id}`;
}
