// One live connection for all office pages: what changes elsewhere is asked for again at once.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { type LiveState, useLive } from '../shared/live/live.ts';
import { LiveBadge } from '../shared/live/live-badge.tsx';
import { keys } from '../api/keys.ts';
import { officeKeys } from './keys.ts';

/** Changes that come in a burst are asked for once. */
const gatherMs = 250;
const Context = createContext<LiveState>('waiting');

function keysOf(event: string, data: unknown): QueryKey[] {
  if (event === 'notification') return [officeKeys.notifications, officeKeys.askedQuestions];
  if (event !== 'complaint') return [officeKeys.all, keys.offices, keys.policy];
  const { number } = data as { number: string };
  return [officeKeys.inboxes, officeKeys.searches, officeKeys.report(number)];
}

export function OfficeLive({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const pending = useRef(new Map<string, QueryKey>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const state = useLive('/v1/live', undefined, (event, data) => {
    for (const key of keysOf(event, data)) pending.current.set(JSON.stringify(key), key);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const keys = [...pending.current.values()];
      pending.current.clear();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    }, gatherMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return <Context value={state}>{children}</Context>;
}

/** How often to ask again, in milliseconds: remaining time goes by anyway; without the connection, news come so too. */
export function useEvery(): number {
  return useContext(Context) === 'connected' ? 60_000 : 10_000;
}

export function OfficeLiveBadge() {
  return <LiveBadge state={useContext(Context)} />;
}
