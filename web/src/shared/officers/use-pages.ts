// A list that comes page by page, as far as somebody has asked for it.
import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { ask, type Ask } from '../../api/client.ts';

interface Page<T> {
  items: T[];
  next: string | null;
}

interface Pages {
  path: string;
  queryKey: QueryKey;
  query: NonNullable<Ask['query']> & { limit: number };
  /** In milliseconds. */
  refetchInterval: number;
  enabled?: boolean;
  /** While other values are asked for, the list of the last ones stays. */
  keepPrevious?: boolean;
}

export function usePages<T>({ path, query, keepPrevious = false, enabled = true, ...rest }: Pages) {
  const asked = useInfiniteQuery({
    ...rest,
    queryFn: ({ signal, pageParam }) =>
      ask<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
  return { ...asked, items: asked.data?.pages.flatMap(({ items }) => items) };
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
