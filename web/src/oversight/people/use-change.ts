// Changes an officer or an office.
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { OfficeChange, OfficerChange } from '../../api/types.ts';

function useChange<Body>(path: string, queryKey: QueryKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => ask<unknown>(path, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

export function useChangeUser(username: string) {
  return useChange<OfficerChange>(`/v1/users/${encodeURIComponent(username)}`, keys.users);
}

export function useChangeOffice(id: string) {
  return useChange<OfficeChange>(`/v1/offices/${encodeURIComponent(id)}`, keys.offices);
}
