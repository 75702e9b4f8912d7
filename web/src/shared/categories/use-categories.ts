// The categories as ops keep them.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Categories } from '../../api/types.ts';
import { offered } from './find-categories.ts';

/** Also those that have ended, each after the one above it. */
export function useCategories() {
  return useQuery({
    queryKey: keys.categories,
    queryFn: ({ signal }) => ask<Categories>('/v1/categories', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Those that may be chosen; none while they cannot be had. */
export function useOffered() {
  const { data } = useCategories();
  return useMemo(() => offered(data?.items ?? []), [data]);
}
