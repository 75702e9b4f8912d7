// What stood by and is gone was sent, unless it is a draft again, taken back here or in another window.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Sending } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useDesk } from '../../desk.tsx';
import { officeKeys } from '../../keys.ts';
import { freshen } from '../../lists/live/freshen.ts';
import { draftsQuery } from '../drafts/use-draft.ts';
import { takeBatch } from './batches.ts';
import { together } from './use-sendings.ts';

export const nameOf = ({ number, action }: Sending) => `${number} ${action}`;

/** Says what became of it, once for all that were decided at once, and has the lists asked for again. */
export function useGone(sendings: readonly Sending[]): void {
  const { deciding } = useOfficeTexts();
  const client = useQueryClient();
  const { tell, leave } = useDesk();
  const before = useRef<readonly Sending[]>([]);
  /** Of each batch, what was sent of it so far. */
  const sent = useRef(new Map<string, string[]>());
  const settle = async ([first]: readonly Sending[], gone: readonly Sending[], last: boolean) => {
    if (!first) return;
    const { number: some, action, batch } = first;
    const numbers = gone.map(({ number }) => number);
    for (const number of numbers) void client.invalidateQueries({ queryKey: officeKeys.drafts(number) });
    // They are taken back together.
    const { items } = await client.fetchQuery(draftsQuery(numbers[0] ?? some));
    const what = deciding.sending.what[action as 'answer'];
    if (gone.length > 0 && items.some((one) => one.action === action)) {
      announce(deciding.sending.held(what, deciding.sending.which(numbers)));
      return;
    }
    for (const number of numbers) {
      leave(number);
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    }
    if (gone.length > 0) void freshen(client, numbers);
    void client.invalidateQueries({ queryKey: officeKeys.counts });
    const earlier = batch === null ? undefined : sent.current.get(batch);
    const all = [...(earlier ?? []), ...numbers];
    if (batch) sent.current.set(batch, all);
    if (!last) return;
    if (batch) takeBatch(batch);
    const words = deciding.done(deciding.sending.which(all), deciding.doneWhat[action](undefined));
    tell({ number: all.length === 1 ? all[0] : undefined, words });
    announce(words);
  };
  const look = useEffectEvent((now: readonly Sending[]) => {
    const there = new Set(now.map(nameOf));
    const standing = now.filter(({ sendsAt }) => sendsAt !== null);
    const remain = new Set(standing.map(({ batch }) => batch));
    for (const some of together(before.current)) {
      const gone = some.filter((one) => !there.has(nameOf(one)));
      const batch = some[0]?.batch ?? null;
      const last = batch === null || !remain.has(batch);
      const ends = last && batch !== null && sent.current.has(batch);
      // Of what cannot be asked for nothing is said: the list will tell.
      if (gone.length > 0 || ends) settle(some, gone, last).catch(() => undefined);
    }
    // What was refused moved while it stood by: the page shows how.
    for (const { number, refused } of now) {
      if (!refused || !before.current.some((one) => one.number === number)) continue;
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
      void client.invalidateQueries({ queryKey: officeKeys.drafts(number) });
    }
    before.current = standing;
  });
  useEffect(() => look(sendings), [sendings]);
}
