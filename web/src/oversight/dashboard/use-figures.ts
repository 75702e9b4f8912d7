// Figures of the scope, asked for again soon after something happens.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { useLive } from '../../shared/live/live.ts';
import type { Scope } from '../filter/scope.ts';

/** Many things may happen at once; the figures are counted over all reports. */
const gatherMs = 500;
/** Limits also pass while nothing happens. */
const asTimePassesMs = 5 * 60_000;
const withoutNewsMs = 60_000;

/** What `/v1/reports/{what}` says of the scope, with that of others beside it, asked for again by whoever is live. */
export function useBeside<T>(
  what: 'summary' | 'returns/latest' | 'ratings/latest' | 'weeks',
  scope: Partial<Scope>,
  enabled = true,
) {
  return useQuery({
    queryKey: [...keys.reports, what, scope],
    queryFn: ({ signal }) => ask<T>(`/v1/reports/${what}`, { query: { ...scope }, signal }),
    placeholderData: keepPreviousData,
    staleTime: withoutNewsMs,
    enabled,
  });
}

/** What `/v1/reports/{what}` says of the scope. */
export function useFigures<T>(what: 'summary' | 'returns', scope: Scope) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const countAgain = () => {
    // Counting that takes longer than the news is not begun anew by them, or it would never end.
    const busy = client.isFetching({ queryKey: keys.reports }) > 0;
    timer.current = busy ? setTimeout(countAgain, gatherMs) : undefined;
    if (!busy) void client.invalidateQueries({ queryKey: keys.reports });
  };
  const live = useLive('/v1/live', undefined, (event) => {
    if (event !== 'notification') timer.current ??= setTimeout(countAgain, gatherMs);
  });
  const query = useQuery({
    queryKey: [...keys.reports, what, scope],
    queryFn: ({ signal }) => ask<T>(`/v1/reports/${what}`, { query: { ...scope }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: live === 'connected' ? asTimePassesMs : withoutNewsMs,
  });
  return { ...query, live };
}
