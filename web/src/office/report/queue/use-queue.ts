// The inbox as the officer came from it: what is before and after this report, and where to go once it is decided.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { inboxFilters } from '../../../shared/state/use-address.ts';
import { reportQuery, useInbox } from '../../queries.ts';

export function useQueue(number: string) {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const inQueue = search.has('antrean');
  const filters = Object.fromEntries(
    inboxFilters.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { items = [], hasNextPage } = useInbox(filters, inQueue);
  const numbers = items.map((item) => item.number);
  const at = numbers.indexOf(number);
  const previous = at > 0 ? numbers[at - 1] : undefined;
  const next = at >= 0 ? numbers[at + 1] : numbers[0];
  const hrefOf = (to: string) => `/kantor/laporan/${to}?${search}`;
  const inbox = `/kantor${Object.keys(filters).length > 0 ? `?${new URLSearchParams(filters)}` : ''}`;
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(reportQuery(next));
  }, [client, next]);
  return {
    inQueue,
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
