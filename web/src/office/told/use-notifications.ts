// What the office and the officer are told.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { usePages } from '../../shared/officers/use-pages.ts';
import { officeKeys } from '../keys.ts';
import { useEvery } from '../live.tsx';
import type { Notifications } from '../../api/types.ts';

const mostCounted = 20;

/** How many are unread, `20+` at most; undefined for none. */
export function useUnread(): string | undefined {
  const refetchInterval = useEvery();
  const { data } = useQuery({
    queryKey: [...officeKeys.notifications, 'count'],
    queryFn: ({ signal }) =>
      ask<Notifications>('/v1/notifications', { query: { unread: true, limit: mostCounted }, signal }),
    refetchInterval,
  });
  if (!data || data.items.length === 0) return undefined;
  return `${data.items.length}${data.next ? '+' : ''}`;
}

export function useNotifications(unread: boolean) {
  return usePages<Notifications['items'][number]>({
    path: '/v1/notifications',
    queryKey: officeKeys.notificationList(unread),
    query: { unread: unread || undefined, limit: 30 },
    refetchInterval: useEvery(),
  });
}

/** Marks these read, one after the other. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly number[]) => {
      for (const id of ids) await ask<void>(`/v1/notifications/${id}/read`, { method: 'POST' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: officeKeys.notifications }),
  });
}
