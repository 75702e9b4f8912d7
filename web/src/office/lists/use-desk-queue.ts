// Where a report stands in the list beside it.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { reportQuery } from '../queries.ts';
import type { Queue } from './queue-context.ts';

interface Listed {
  /** The report that is open. */
  number: string | undefined;
  numbers: readonly string[];
  hrefOf: (number: string) => string;
  back: string;
  backLabel: string;
  total: string;
  inQueue: boolean;
}

/** Asks ahead for the next one. */
export function useDeskQueue({ number, numbers, hrefOf, ...list }: Listed): Queue {
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const at = number === undefined ? -1 : numbers.indexOf(number);
  const previous = at > 0 ? numbers[at - 1] : undefined;
  const next = at >= 0 ? numbers[at + 1] : numbers[0];
  const reads = number !== undefined;
  useEffect(() => {
    if (reads && next !== undefined) void client.prefetchQuery(reportQuery(next));
  }, [client, reads, next]);
  return {
    ...list,
    listed: true,
    at,
    previous: previous === undefined ? undefined : hrefOf(previous),
    next: next === undefined ? undefined : hrefOf(next),
    goOn: () => {
      // After the last one, to the most urgent one.
      const after = next ?? numbers.find((one) => one !== number);
      navigate(after === undefined ? list.back : hrefOf(after));
      return after !== undefined;
    },
  };
}
