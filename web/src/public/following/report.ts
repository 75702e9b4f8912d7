// The reporter's view of a report: asked for, kept fresh, replied to.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask, newKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import { asProblem } from '../../api/problems.ts';
import type { Attachments, Reply, ReporterView } from '../../api/types.ts';
import { type LiveState, useLive } from '../../shared/live/live.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { useTexts } from '../../texts/texts.tsx';

const pollMs = 15_000;

/** Under which the tab keeps what the reporter is writing. */
export const replySlot = (number: string) => `tuntas.reply.${number}`;

export function fetchReport(number: string, accessKey: string, signal?: AbortSignal): Promise<ReporterView> {
  return ask<ReporterView>(complaintPath(number), { accessKey, ...(signal && { signal }) });
}

/** The view, live while the stream is there, asked for from time to time while it is not. */
export function useReport(number: string, accessKey: string) {
  const { following } = useTexts();
  const client = useQueryClient();
  const live: LiveState = useLive(`${complaintPath(number)}/live`, accessKey, () => {
    void client.invalidateQueries({ queryKey: keys.report(number) });
  });
  const query = useQuery({
    queryKey: keys.report(number),
    queryFn: ({ signal }) => fetchReport(number, accessKey, signal),
    refetchInterval: live === 'disconnected' ? pollMs : false,
  });
  const length = query.data?.timeline.length;
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current !== undefined && length !== before.current) announce(following.changed);
    before.current = length;
  }, [length, following.changed]);
  return { ...query, live };
}

/** Replies once, however often it is tried; the next reply has a key of its own. */
export function useReply(number: string, accessKey: string) {
  const client = useQueryClient();
  const [idempotencyKey, setIdempotencyKey] = useState(newKey);
  return useMutation({
    mutationFn: (body: Reply) =>
      ask<ReporterView>(`${complaintPath(number)}/replies`, {
        method: 'POST',
        body,
        accessKey,
        idempotencyKey,
      }),
    onSuccess: (view) => {
      setIdempotencyKey(newKey());
      client.setQueryData(keys.report(number), view);
    },
    onError: (error) => {
      if (asProblem(error).uncertain) return;
      setIdempotencyKey(newKey());
      void client.invalidateQueries({ queryKey: keys.report(number) });
    },
  });
}

export function useReportFiles(number: string, accessKey: string) {
  return useQuery({
    queryKey: keys.reportFiles(number),
    queryFn: ({ signal }) => ask<Attachments>(`${complaintPath(number)}/attachments`, { accessKey, signal }),
  });
}
