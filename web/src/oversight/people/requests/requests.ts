// What ops ask of accounts where two of them are wanted (decision 50), and whether that is so here.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { AccountRequest, AccountRequests } from '../../../api/types.ts';

export const requestsPath = '/operasi/permintaan';

export function useRequests() {
  return useQuery({
    queryKey: keys.accountRequests,
    queryFn: ({ signal }) => ask<AccountRequests>('/v1/account-requests', { signal }),
  });
}

/** False until it is known. */
export function useFourEyes(): boolean {
  return useRequests().data?.wanted ?? false;
}

/** Whether what was answered is a request, and nothing is done yet. */
export function isRequest(answer: unknown): answer is AccountRequest {
  return typeof answer === 'object' && answer !== null && 'askedBy' in answer;
}

/** Approves one, or refuses it with a word or without. */
export function useDecideRequest(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: 'approval' | { why: string }) => {
      const path = `/v1/account-requests/${id}`;
      if (answer === 'approval') return ask<AccountRequest>(`${path}/approval`, { method: 'POST' });
      const body = answer.why.trim() ? { why: answer.why.trim() } : {};
      return ask<AccountRequest>(`${path}/refusal`, { method: 'POST', body });
    },
    // Also what was refused: somebody else may have decided it.
    onSettled: () =>
      Promise.all(
        [keys.accountRequests, keys.users].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
