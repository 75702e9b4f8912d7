// A list that comes page by page, as far as somebody has asked for it.
import { keepPreviousData, type QueryKey, type QueryMeta, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, type Ask } from '../../api/client.ts';

export interface Page<T> {
  items: T[];
  next: string | null;
}

interface Pages<T> {
  path: string;
  queryKey: QueryKey;
  query: NonNullable<Ask['query']> & { limit: number };
  /** In milliseconds. */
  refetchInterval: number;
  enabled?: boolean;
  /** While other values are asked for, the list of the last ones stays. */
  keepPrevious?: boolean;
  /** What is remembered with the list. */
  meta?: QueryMeta;
  /** Hears what each answer holds. */
  onAnswer?: (items: readonly T[]) => void;
}

export function usePages<T>({
  path,
  query,
  keepPrevious = false,
  enabled = true,
  onAnswer,
  ...rest
}: Pages<T>) {
  const asked = useInfiniteQuery({
    ...rest,
    queryFn: async ({ signal, pageParam }) => {
      const page = await ask<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal });
      onAnswer?.(page.items);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
  const { data } = asked;
  // The same list as long as the answers are the same.
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return { ...asked, items };
}

/** Of a list that is needed whole: every page. */
export async function allPages<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<T> = await ask<Page<T>>(path, { query: { limit: 200, cursor }, signal });
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}
