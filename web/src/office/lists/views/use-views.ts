// How many reports the lists have that are kept under a name, and how these are changed.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { NewView, View, ViewCounts } from '../../../api/types.ts';
import type { Values } from '../../../shared/state/address.ts';
import { officeKeys } from '../../keys.ts';
import { useEvery } from '../../live.tsx';

/** How many reports those of the inbox have, by id; the first ones only. */
export function useViewCounts(wanted: boolean): ReadonlyMap<number, ViewCounts['items'][number]> {
  const { data } = useQuery({
    queryKey: officeKeys.viewCounts,
    queryFn: ({ signal }) => ask<ViewCounts>('/v1/views/counts', { signal }),
    refetchInterval: useEvery(),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
  return new Map(data?.items.map((one) => [one.id, one]));
}

/** The view that holds just these values. */
export function viewOf(views: readonly View[], values: Values): View | undefined {
  const asText = (of: Values) => JSON.stringify(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return views.find(({ query }) => asText(query) === asText(values));
}

type Change = Partial<Pick<NewView, 'name' | 'query' | 'office'>>;

/** Saves a new one, changes or removes one; each has the views asked for again. */
export function useChangeViews() {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.views }),
      client.invalidateQueries({ queryKey: officeKeys.viewCounts }),
    ]);
  const save = useMutation({
    mutationFn: ({ id, ...body }: Change & { id?: number | undefined; list?: NewView['list'] }) =>
      id === undefined
        ? ask<View>('/v1/views', { method: 'POST', body })
        : ask<View>(`/v1/views/${id}`, { method: 'PATCH', body }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: number) => ask<void>(`/v1/views/${id}`, { method: 'DELETE' }),
    onSuccess,
  });
  return { save, remove };
}
