// Answers and rejections stand by for ten seconds before the server sends them (decision 36).
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import { asProblem } from '../../../api/problems.ts';
import type { DecisionBody, Draft, Sending, SendingBody, Sendings } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { officeKeys } from '../../keys.ts';
import { draftScope } from '../drafts/use-draft.ts';
import { overtaken, useIntentKey } from '../use-decide.ts';

const nothing: Sendings = { items: [], next: null };

/** While one stands by. */
const lookMs = 1_000;

/** Whether it stands by first: what a recall cannot undo. */
export function standsBy(action: OfficeAction): boolean {
  return action === 'answer' || action === 'reject';
}

/** Mine that stand by, and those that were not sent when they were to be. */
export function useSendings(): readonly Sending[] {
  const { data = nothing } = useQuery({
    queryKey: officeKeys.sendings,
    queryFn: ({ signal }) => ask<Sendings>('/v1/sendings', { signal }),
    enabled: useUser()?.role === 'admin',
    refetchInterval: ({ state }) => (state.data?.items.some(({ sendsAt }) => sendsAt) ? lookMs : false),
  });
  return data.items;
}

/** Mine for one report that stands by. */
export function useSendingOf(number: string): Sending | undefined {
  return useSendings().find((one) => one.number === number && one.sendsAt !== null);
}

const pathOf = (number: string, action: OfficeAction) => `${complaintPath(number)}/drafts/${action}/sending`;

/** Has it stand by: for the revision that was seen, and under one key as long as it says the same. */
export function useStandBy(number: string) {
  const client = useQueryClient();
  const keyOf = useIntentKey();
  return useMutation({
    scope: draftScope(number),
    mutationFn: ({ body, revision }: { body: DecisionBody; revision: number }) => {
      const { action, text, reason, duplicateOf } = body;
      const key = keyOf([body, revision]);
      const sending: SendingBody = { text, reason, duplicateOf, revision, key };
      return ask<Draft>(pathOf(number, action), { method: 'POST', body: sending });
    },
    onSuccess: (draft) =>
      client.setQueryData<Sendings>(officeKeys.sendings, (before) => ({
        items: [
          ...(before?.items.filter((one) => one.number !== draft.number || one.action !== draft.action) ??
            []),
          draft,
        ],
        next: null,
      })),
    onError: (error) => {
      if (overtaken.has(asProblem(error).code))
        void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    },
  });
}

/** Those that were decided at once are one. */
export function together(sendings: readonly Sending[]): Sending[][] {
  const groups = new Map<string, Sending[]>();
  for (const one of sendings) {
    const name = one.batch ?? `${one.number} ${one.action}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()];
}

/** Takes one back, or all that were decided with it; or has them sent now. */
export function useHold({ number, action, batch }: Sending) {
  const client = useQueryClient();
  const path = batch ? `/v1/sendings/${encodeURIComponent(batch)}` : pathOf(number, action);
  return useMutation({
    mutationFn: (what: 'hold' | 'now') =>
      what === 'hold'
        ? ask<unknown>(path, { method: 'DELETE' })
        : ask<unknown>(`${path}/now`, { method: 'POST' }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: officeKeys.sendings }),
        client.invalidateQueries({ queryKey: batch ? officeKeys.allDrafts : officeKeys.drafts(number) }),
      ]),
  });
}
