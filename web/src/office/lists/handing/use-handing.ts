// Hands many reports to a colleague by one request; what was done is undone by one, too.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { asProblem } from '../../../api/problems.ts';
import type { Handed, Item } from '../../../api/types.ts';
import { titleOf } from '../../../shared/messages/states.tsx';
import { announce } from '../../../shared/messages/announcer.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useDesk } from '../../desk.tsx';
import { officeKeys } from '../../keys.ts';
import { freshen } from '../live/freshen.ts';
import type { Load } from './use-loads.ts';

interface Wanted {
  number: string;
  username: string | null;
  /** Only as long as it is with that one. */
  from?: string | null;
}

export const isGood = ({ status }: Pick<Handed['items'][number], 'status'>) => status === 200;

export function useHanding() {
  const client = useQueryClient();
  const { handing: texts } = useOfficeTexts().finding;
  const { tell } = useDesk();
  const shared = useTexts();
  const handAll = async (items: readonly Wanted[]): Promise<Handed> => {
    try {
      return await ask<Handed>('/v1/assignees', { method: 'POST', body: { items } });
    } finally {
      const numbers = items.map(({ number }) => number);
      void freshen(client, numbers);
      void client.invalidateQueries({ queryKey: officeKeys.counts });
      for (const number of numbers) void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    }
  };
  const send = useMutation({ mutationFn: handAll });
  const say = (words: string, undo?: () => void) => {
    announce(words);
    tell({ words, ...(undo && { undo: { label: texts.undo, run: undo } }) });
  };
  // From the notice, which stays when whatever it was handed over from has gone.
  const takeBack = async (wanted: readonly Wanted[]) => {
    try {
      const { items } = await handAll(wanted);
      const good = items.filter(isGood).length;
      const bad = items.length - good;
      say([texts.undone(good), bad > 0 && texts.notUndone(bad)].filter(Boolean).join(' '));
    } catch (error) {
      say(`${texts.notYet} ${titleOf(asProblem(error), shared)}`, () => void takeBack(wanted));
    }
  };
  /** `onHanded` gets what came of each; how many it was is said by then, with the way back. */
  const hand = (
    items: readonly Pick<Item, 'number'>[],
    { username, name }: Pick<Load, 'username' | 'name'>,
    onHanded: (results: Handed['items']) => void,
  ) =>
    send.mutate(
      items.map(({ number }) => ({ number, username })),
      {
        onSuccess: ({ items: results }) => {
          const good = results.filter(isGood);
          const back = good
            .filter(({ before }) => before !== username)
            .map(({ number, before }) => ({ number, username: before, from: username }));
          if (good.length > 0)
            say(
              username === null ? texts.taken(good.length) : texts.given(good.length, name ?? username),
              back.length > 0 ? () => void takeBack(back) : undefined,
            );
          onHanded(results);
        },
      },
    );
  return { hand, send };
}
