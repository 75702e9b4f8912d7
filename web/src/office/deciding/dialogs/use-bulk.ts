// Sends one decision for many reports; what is uncertain can be sent again under the same keys. Answers and rejections stand by first.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask, newKey } from '../../../api/client.ts';
import { officeKeys } from '../../keys.ts';
import { useDesk } from '../../desk.tsx';
import { freshen, showOutcome } from '../../lists/live/freshen.ts';
import type { BulkAnswer, DecisionBody, Item, ManySendings, ManySendingsAnswer } from '../../../api/types.ts';
import { standsBy } from '../sending/use-sendings.ts';

type BulkResult = Pick<BulkAnswer['items'][number], 'number' | 'status' | 'outcome' | 'code' | 'title'>;

/** As the API takes them; fewer, so that the progress is seen and no request takes long. What stands by goes together. */
const atOnce = { decided: 50, standing: 200 };

/** Whether it was taken, or will be in a moment. */
export function isGood({ status }: BulkResult): boolean {
  return status === 200 || isStanding({ status });
}

/** Whether it stands by to be sent. */
export function isStanding({ status }: Pick<BulkResult, 'status'>): boolean {
  return status === 202;
}

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
  /** The name under which what stands by is taken back. */
  const batchOf = (body: DecisionBody) => keyOf(body, 'batch');
  const merge = (answers: readonly BulkResult[]) => {
    const anew = new Set(answers.map(({ number }) => number));
    for (const { number, outcome } of answers) {
      if (!outcome) continue;
      leave(number);
      showOutcome(client, outcome);
    }
    setResults((before) => [...before.filter(({ number }) => !anew.has(number)), ...answers]);
  };
  const decideNow = async ({ body, items }: Wanted): Promise<readonly BulkResult[]> => {
    const asked = items.map(({ number, revision }) => ({
      ...body,
      number,
      revision,
      key: keyOf(body, number),
    }));
    const path = '/v1/decisions';
    return (await ask<BulkAnswer>(path, { method: 'POST', body: { items: asked } })).items;
  };
  const standBy = async ({ body, items }: Wanted): Promise<readonly BulkResult[]> => {
    const { action, text, reason, duplicateOf } = body;
    const sent: ManySendings = {
      action: action as ManySendings['action'],
      text,
      reason,
      duplicateOf,
      batch: batchOf(body),
      items: items.map(({ number, revision }) => ({ number, revision, key: keyOf(body, number) })),
    };
    const answer = await ask<ManySendingsAnswer>('/v1/sendings', { method: 'POST', body: sent });
    return answer.items.map((one) => ({ ...one, outcome: null }));
  };
  const send = useMutation({
    onMutate: () => setProgress(0),
    mutationFn: async ({ body, items }: Wanted) => {
      const stands = standsBy(body.action);
      const most = stands ? atOnce.standing : atOnce.decided;
      const answers: BulkResult[] = [];
      for (let n = 0; n < items.length; n += most) {
        const part = { body, items: items.slice(n, n + most) };
        const answer = await (stands ? standBy(part) : decideNow(part));
        answers.push(...answer);
        merge(answer);
        setProgress(answers.length);
      }
      // What stands by is on the screen before the dialog goes.
      if (stands) await client.invalidateQueries({ queryKey: officeKeys.sendings });
      return answers;
    },
    onSettled: (_, _error, { body, items }) => {
      if (standsBy(body.action)) return;
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
  return { send, start, results, progress, unsure, retry, batchOf };
}
