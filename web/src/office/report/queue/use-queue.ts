// The list that the officer came from: what is before and after this report, and where to go once it is decided.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { hrefWith, valuesIn } from '../../../shared/state/address.ts';
import { disposedFilters, inboxFilters } from '../../inbox/filters.ts';
import { reportQuery, useInbox } from '../../queries.ts';

export function useQueue(number: string) {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const inQueue = search.has('antrean');
  const filters = valuesIn(search, inboxFilters);
  const { items = [], hasNextPage } = useInbox(filters, inQueue);
  const numbers = items.map((item) => item.number);
  const at = numbers.indexOf(number);
  const previous = at > 0 ? numbers[at - 1] : undefined;
  const next = at >= 0 ? numbers[at + 1] : numbers[0];
  const hrefOf = (to: string) => `/kantor/laporan/${to}?${search}`;
  const ofDisposed = search.has('disposisi');
  // Where one came from, as it was narrowed there.
  const inbox = ofDisposed
    ? hrefWith('/kantor/disposisi', valuesIn(search, disposedFilters))
    : hrefWith('/kantor', filters);
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(reportQuery(next));
  }, [client, next]);
  return {
    inQueue,
    ofDisposed,
    inbox,
    at,
    total: `${numbers.length}${hasNextPage ? '+' : ''}`,
    previous: previous === undefined ? undefined : hrefOf(previous),
    next: next === undefined ? undefined : hrefOf(next),
    goOn: () => {
      // After the last one, to the most urgent one.
      const after = next ?? numbers.find((one) => one !== number);
      navigate(after === undefined ? inbox : hrefOf(after));
      return after !== undefined;
    },
  };
}
