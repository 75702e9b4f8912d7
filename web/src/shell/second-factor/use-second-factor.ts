// What is asked of the API about one's second factor; a session that goes on as another is kept.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { AddedFactor, Factors, ProvenSession, StartedTotp } from '../../api/types.ts';
import { keepSession } from '../../session.tsx';

const factorsKey = ['second-factors'] as const;

export function useFactors() {
  return useQuery({
    queryKey: factorsKey,
    queryFn: ({ signal }) => ask<Factors>('/v1/second-factors', { signal }),
  });
}

/** The session goes on as another. */
export function useKeep() {
  const client = useQueryClient();
  return (session: ProvenSession) => {
    client.setQueryData(keys.session, keepSession(session));
    void client.invalidateQueries({ queryKey: factorsKey });
  };
}

/** A code of the app, or one from paper. */
export function useGiveCode() {
  const keep = useKeep();
  return useMutation({
    mutationFn: (code: string) =>
      ask<ProvenSession>('/v1/session/second-factor', { method: 'POST', body: { code } }),
    onSuccess: keep,
  });
}

export function useStartApp() {
  return useMutation({
    mutationFn: (password: string) =>
      ask<StartedTotp>('/v1/second-factors/totp', { method: 'POST', body: { password } }),
  });
}

/** `onAdded` is called before the session is kept as another one: whoever shows the codes on paper goes on showing them. */
export function useConfirmApp(onAdded: (added: AddedFactor) => void) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (code: string) =>
      ask<AddedFactor>('/v1/second-factors/totp/confirmation', { method: 'POST', body: { code } }),
    onSuccess: (added) => {
      onAdded(added);
      keep(added.session);
    },
  });
}

export function useMakeCodes(onMade: (codes: string[]) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      ask<{ recoveryCodes: string[] }>('/v1/second-factors/recovery-codes', {
        method: 'POST',
        body: { password },
      }),
    onSuccess: ({ recoveryCodes }) => {
      onMade(recoveryCodes);
      void client.invalidateQueries({ queryKey: factorsKey });
    },
  });
}

export function useRemoveFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { password: string; factor: string }) =>
      ask<void>('/v1/second-factors/removal', { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: factorsKey });
      await client.invalidateQueries({ queryKey: keys.session });
    },
  });
}
