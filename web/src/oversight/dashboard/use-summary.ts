// The figures of the scope, asked for again soon after something happens.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Summary } from '../../api/types.ts';
import { useLive } from '../../live.ts';
import type { Scope } from '../scope.ts';

/** Many things may happen at once; the figures are counted over all reports. */
const gatherMs = 3_000;
/** Limits also pass while nothing happens. */
const asTimePassesMs = 5 * 60_000;
const withoutNewsMs = 60_000;

export function useSummary(scope: Scope) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const live = useLive('/v1/live', undefined, (event) => {
    if (event === 'notification') return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: keys.reports });
    }, gatherMs);
  });
  const query = useQuery({
    queryKey: [...keys.reports, 'summary', scope],
    queryFn: ({ signal }) => ask<Summary>('/v1/reports/summary', { query: { ...scope }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: live === 'connected' ? asTimePassesMs : withoutNewsMs,
  });
  return { ...query, live };
}
