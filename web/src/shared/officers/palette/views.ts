// Lists that are kept under a name: the office's, and one's own.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { View, Views } from '../../../api/types.ts';
import { hrefWith } from '../../state/address.ts';

/** Where each list is. */
const homes: Record<View['list'], string> = {
  inbox: '/kantor',
  disposed: '/kantor/disposisi',
  search: '/kantor/laporan',
};

/** A colleague may save one for the office. */
const staleMs = 60_000;

export function useViews(): readonly View[] {
  const { data } = useQuery({
    queryKey: keys.views,
    queryFn: ({ signal }) => ask<Views>('/v1/views', { signal }),
    staleTime: staleMs,
  });
  return data?.items ?? none;
}

const none: readonly View[] = [];

/** The address that shows it: whoever opens it sees their own list, narrowed so. */
export function hrefOfView({ list, query }: Pick<View, 'list' | 'query'>): string {
  return hrefWith(homes[list], query);
}
