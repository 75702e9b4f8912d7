// Changes an officer or an office.
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { OfficeChange, OfficerChange } from '../../api/types.ts';

function useChange<Body>(path: string, queryKey: QueryKey, besides: object = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => ask<unknown>(path, { method: 'PATCH', body: { ...body, ...besides } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

/** `why`: for the second one of operations, where two are wanted; empty: none was given. */
export function useChangeUser(username: string, why = '') {
  const besides = why.trim() ? { why: why.trim() } : {};
  return useChange<OfficerChange>(`/v1/users/${encodeURIComponent(username)}`, keys.users, besides);
}

export function useChangeOffice(id: string) {
  return useChange<OfficeChange>(`/v1/offices/${encodeURIComponent(id)}`, keys.offices);
}
