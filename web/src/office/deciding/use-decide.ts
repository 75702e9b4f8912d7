// Sends a decision: for the revision that was seen, and under one key as long as it says the same.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask, newKey } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { asProblem } from '../../api/problems.ts';
import { draftScope } from './drafts/use-draft.ts';
import { officeKeys } from '../keys.ts';
import type { DecisionBody, Outcome } from '../../api/types.ts';

/** The report is not as it was seen. */
export const overtaken = new Set(['stale', 'wrong-step', 'not-holder', 'closed']);

/** One key for the same words, so that sending again is not deciding again; other words get another one. */
export function useIntentKey(): (intent: unknown) => string {
  const last = useRef({ intent: '', key: '' });
  return (intent) => {
    const said = JSON.stringify(intent);
    if (last.current.intent !== said) last.current = { intent: said, key: newKey() };
    return last.current.key;
  };
}

export function useDecide(number: string) {
  const client = useQueryClient();
  const keyOf = useIntentKey();
  return useMutation({
    scope: draftScope(number),
    mutationFn: ({ body, revision }: { body: DecisionBody; revision: number }) =>
      ask<Outcome>(`${complaintPath(number)}/decisions`, {
        method: 'POST',
        body,
        revision,
        idempotencyKey: keyOf([body, revision]),
      }),
    onError: (error) => {
      if (overtaken.has(asProblem(error).code))
        void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    },
  });
}
