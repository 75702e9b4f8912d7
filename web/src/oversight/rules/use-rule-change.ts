// Asks what a change of the rules would move, and makes it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { asProblem } from '../../api/problems.ts';
import { useAddress } from '../../shared/state/address.ts';
import type { RulesChanged } from '../../api/types.ts';

interface RuleChange {
  path: string;
  /** As it was read: what others saved since is not overwritten. */
  revision: string;
  /** Under which it is kept. */
  queryKey: readonly unknown[];
  saved: () => void;
}

/** In the address of the page, so that its progress can be followed after a reload. */
export const recomputationParam = 'hitung';

export function useRuleChange<Body>({ path, revision, queryKey, saved }: RuleChange) {
  const client = useQueryClient();
  const address = useAddress([recomputationParam]);
  const readAgain = () => client.invalidateQueries({ queryKey });
  const put = (body: Body, preview: boolean) =>
    ask<RulesChanged>(path, { method: 'PUT', body, revision, query: preview ? { preview } : {} });
  const onError = (error: Error) => {
    const { code, uncertain } = asProblem(error);
    if (code === 'rules-changed' || uncertain) void readAgain();
  };
  const preview = useMutation({ mutationFn: (body: Body) => put(body, true), onError });
  const save = useMutation({
    mutationFn: (body: Body) => put(body, false),
    onError,
    onSuccess: async ({ recomputation }) => {
      await readAgain();
      saved();
      preview.reset();
      address.change({ [recomputationParam]: String(recomputation) });
    },
  });
  return { preview, save };
}
