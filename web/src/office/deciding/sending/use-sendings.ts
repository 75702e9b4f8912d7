// Answers and rejections stand by for ten seconds before the server sends them (decision 36).
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import { asProblem } from '../../../api/problems.ts';
import type { DecisionBody, Draft, Drafts, SendingBody } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { officeKeys } from '../../keys.ts';
import { draftScope } from '../drafts/use-draft.ts';
import { overtaken, useIntentKey } from '../use-decide.ts';

const nothing: Drafts = { items: [], next: null };

/** While one stands by. */
const lookMs = 1_000;

/** Whether it stands by first: what a recall cannot undo. */
export function standsBy(action: OfficeAction): boolean {
  return action === 'answer' || action === 'reject';
}

/** Mine that stand by, and those that were not sent when they were to be. */
export function useSendings(): readonly Draft[] {
  const { data = nothing } = useQuery({
    queryKey: officeKeys.sendings,
    queryFn: ({ signal }) => ask<Drafts>('/v1/sendings', { signal }),
    enabled: useUser()?.role === 'admin',
    refetchInterval: ({ state }) => (state.data?.items.some(({ sendsAt }) => sendsAt) ? lookMs : false),
  });
  return data.items;
}

/** Mine for one report that stands by. */
export function useSendingOf(number: string): Draft | undefined {
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
      client.setQueryData<Drafts>(officeKeys.sendings, (before) => ({
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

/** Takes one back, or has it sent now. */
export function useHold({ number, action }: Draft) {
  const client = useQueryClient();
  const path = pathOf(number, action);
  return useMutation({
    mutationFn: (what: 'hold' | 'now') =>
      what === 'hold'
        ? ask<Draft>(path, { method: 'DELETE' })
        : ask<Draft>(`${path}/now`, { method: 'POST' }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: officeKeys.sendings }),
        client.invalidateQueries({ queryKey: officeKeys.drafts(number) }),
      ]),
  });
}
