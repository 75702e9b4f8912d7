// Sends one decision for many reports, two hundred at a time; what is uncertain can be sent again under the same keys.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask, newKey } from '../../../api/client.ts';
import { officeKeys } from '../../keys.ts';
import { useDesk } from '../../desk.tsx';
import { freshen, showOutcome } from '../../lists/live/freshen.ts';
import type { BulkAnswer, DecisionBody, Item } from '../../../api/types.ts';

export type BulkResult = BulkAnswer['items'][number];

/** As the API takes them; fewer, so that the progress is seen and no request takes long. */
const atOnce = 50;

interface Wanted {
  body: DecisionBody;
  items: readonly Pick<Item, 'number' | 'revision'>[];
}

export function useBulk() {
  const client = useQueryClient();
  const { leave } = useDesk();
  const keys = useRef(new Map<string, string>());
  const [wanted, setWanted] = useState<Wanted>();
  const [results, setResults] = useState<BulkResult[]>([]);
  const [progress, setProgress] = useState(0);
  const keyOf = (body: DecisionBody, number: string) => {
    const intent = JSON.stringify([number, body]);
    const key = keys.current.get(intent) ?? newKey();
    keys.current.set(intent, key);
    return key;
  };
  const merge = (answers: readonly BulkResult[]) => {
    const anew = new Set(answers.map(({ number }) => number));
    for (const { number, outcome } of answers) {
      if (!outcome) continue;
      leave(number);
      showOutcome(client, outcome);
    }
    setResults((before) => [...before.filter(({ number }) => !anew.has(number)), ...answers]);
  };
  const send = useMutation({
    onMutate: () => setProgress(0),
    mutationFn: async ({ body, items }: Wanted) => {
      const answers: BulkResult[] = [];
      for (let n = 0; n < items.length; n += atOnce) {
        const part = items.slice(n, n + atOnce);
        const answer = await ask<BulkAnswer>('/v1/decisions', {
          method: 'POST',
          body: {
            items: part.map(({ number, revision }) => ({
              ...body,
              number,
              revision,
              key: keyOf(body, number),
            })),
          },
        });
        answers.push(...answer.items);
        merge(answer.items);
        setProgress(answers.length);
      }
      return answers;
    },
    onSettled: (_, _error, { items }) => {
      void freshen(
        client,
        items.map(({ number }) => number),
      );
      void client.invalidateQueries({ queryKey: officeKeys.counts });
      for (const { number } of items) void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    },
  });
  /** Those that nothing final was said of: the engine or the database were away, or no answer came. */
  const settled = new Set(results.filter(({ status }) => status < 500).map(({ number }) => number));
  const unsure = wanted?.items.filter(({ number }) => !settled.has(number)) ?? [];
  const start = (asked: Wanted, told: { onSuccess: (results: BulkResult[]) => void }) => {
    setWanted(asked);
    send.mutate(asked, told);
  };
  const retry = () => wanted && send.mutate({ ...wanted, items: unsure });
  return { send, start, results, progress, unsure, retry };
}
