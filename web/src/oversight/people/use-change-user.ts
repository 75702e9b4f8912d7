// Changes an officer.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { OfficerChange } from '../../api/types.ts';

export function useChangeUser(username: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OfficerChange) =>
      ask<unknown>(`/v1/users/${encodeURIComponent(username)}`, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}
