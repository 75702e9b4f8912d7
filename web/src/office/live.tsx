// One live connection for all office pages: what changes elsewhere is asked for again at once.
import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { type LiveState, useLive } from '../shared/live/live.ts';
import { LiveBadge } from '../shared/live/live-badge.tsx';
import { keys } from '../api/keys.ts';
import type { Presence } from '../api/types.ts';
import { officeKeys } from './keys.ts';
import { freshen } from './lists/live/freshen.ts';
import { forgetPeople, hearOf } from './presence/people.ts';

/** Changes that come in a burst are asked for once. */
const gatherMs = 250;
/** In seconds: as far back as the API remembers. */
const longestBack = 60;
const Context = createContext<LiveState>('waiting');

const everything: QueryKey[] = [officeKeys.all, keys.offices, keys.policy];

/** What is asked for again whole; the rows of lists are not. */
function keysOf(event: string, data: unknown): QueryKey[] {
  if (event === 'notification') return [officeKeys.notifications, officeKeys.askedQuestions];
  if (event !== 'complaint') return everything;
  const { number } = data as { number: string };
  return [officeKeys.counts, officeKeys.askedQuestions, officeKeys.report(number)];
}

export function OfficeLive({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const pending = useRef(new Map<string, QueryKey>());
  const numbers = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Until the first connection: when these pages came up. */
  const [cameUp] = useState(() => Date.now());
  const connected = useRef(false);
  // Also what changed since these pages asked for anything.
  const path = useCallback(() => {
    const back = Math.min(longestBack, Math.ceil((Date.now() - cameUp) / 1_000) + 1);
    return `/v1/live?back=${back}&presence=true`;
  }, [cameUp]);
  const state = useLive(path, undefined, (event, data) => {
    if (event === 'presence') return hearOf(data as Presence);
    if (event === 'ready') forgetPeople();
    if (event === 'ready' && !connected.current) {
      connected.current = true;
      const { back = 0 } = data as { back?: number };
      // What these pages asked for is no older than what is told now; what is kept from before may be.
      if (Date.now() - cameUp < back * 1000) return askAnew(client, cameUp);
    }
    for (const key of keysOf(event, data)) pending.current.set(JSON.stringify(key), key);
    if (event === 'complaint') numbers.current.add((data as { number: string }).number);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const keys = [...pending.current.values()];
      const changed = [...numbers.current];
      pending.current.clear();
      numbers.current.clear();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
      if (changed.length > 0) void freshen(client, changed);
    }, gatherMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (state === 'disconnected') forgetPeople();
  }, [state]);
  return <Context value={state}>{children}</Context>;
}

/** Has what was asked for before that instant asked for again. */
function askAnew(client: QueryClient, since: number): void {
  for (const queryKey of everything)
    void client.invalidateQueries({
      queryKey,
      predicate: ({ state: { dataUpdatedAt, fetchStatus } }) =>
        dataUpdatedAt < since && fetchStatus !== 'fetching',
    });
}

/** How often to ask again, in milliseconds: what goes by unseen is noticed so; without the connection, news come so too. */
export function useEvery(connectedMs = 60_000): number {
  return useContext(Context) === 'disconnected' ? 10_000 : connectedMs;
}

/** Whether what is decided is told by the connection, too. */
export function useIsTold(): boolean {
  return useContext(Context) === 'connected';
}

export function OfficeLiveBadge() {
  return <LiveBadge state={useContext(Context)} />;
}
