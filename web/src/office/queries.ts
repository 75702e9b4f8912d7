// What office pages ask of the API, each thing in one place.
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import { complaintPath } from '../api/paths.ts';
import { useUser } from '../session.tsx';
import { officeKeys } from './keys.ts';
import { useEvery } from './live.tsx';
import type {
  Colleagues,
  Console,
  Events,
  Item,
  Items,
  Offices,
  Policy,
  RecordEvent,
  Report,
  Templates,
} from './types.ts';

/** Changes rarely. */
const calm = 10 * 60_000;
type Query = Record<string, string>;

function useItems(path: string, queryKey: readonly unknown[], query: Query, limit: number, enabled = true) {
  const refetchInterval = useEvery();
  const asked = useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) =>
      ask<Items>(path, { query: { ...query, limit, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval,
    enabled,
  });
  return { ...asked, items: asked.data?.pages.flatMap(({ items }) => items) };
}

/** What my office holds, the soonest deadline first. */
export function useInbox(narrowing: Query, enabled = true) {
  return useItems('/v1/inbox', officeKeys.inbox(narrowing), narrowing, 100, enabled);
}

/** What I may see, the newest first. */
export function useSearch(filter: Query) {
  return useItems('/v1/complaints', officeKeys.search(filter), filter, 50);
}

/** Reports whose first response my office owes, though another one holds them; the soonest first. */
export function useOwed(): Item[] {
  const user = useUser();
  const { data } = useQuery({
    queryKey: officeKeys.owed,
    queryFn: ({ signal }) => ask<Items>('/v1/complaints', { query: { owed: true, limit: 100 }, signal }),
    refetchInterval: useEvery(),
  });
  const due = ({ firstResponseDue }: Item) => Date.parse(firstResponseDue ?? '');
  const elsewhere = data?.items.filter(({ holder }) => holder.id !== user?.office.id) ?? [];
  return elsewhere.toSorted((a, b) => due(a) - due(b));
}

/** Also used to ask ahead for the next report of the inbox. */
export function reportQuery(number: string) {
  return queryOptions({
    queryKey: officeKeys.report(number),
    queryFn: ({ signal }) => ask<Report>(complaintPath(number), { signal }),
  });
}

export function useReport(number: string) {
  return useQuery({ ...reportQuery(number), refetchInterval: useEvery() });
}

async function allEvents(number: string, signal: AbortSignal): Promise<RecordEvent[]> {
  const events: RecordEvent[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Events = await ask<Events>(`${complaintPath(number)}/events`, {
      query: { limit: 200, cursor },
      signal,
    });
    events.push(...page.items);
    cursor = page.next;
  }
  return events;
}

/** The whole record. */
export function useEvents(number: string) {
  return useQuery({
    queryKey: officeKeys.events(number),
    queryFn: ({ signal }) => allEvents(number, signal),
  });
}

/** The tree; `nameOf` is the id itself for offices that are no more. */
export function useOffices() {
  const { data } = useQuery({
    queryKey: officeKeys.offices,
    queryFn: ({ signal }) => ask<Offices>('/v1/offices', { signal }),
    staleTime: calm,
  });
  const offices = data?.items ?? [];
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.name ?? id;
  return { offices, nameOf };
}

export function useColleagues() {
  const { data } = useQuery({
    queryKey: officeKeys.colleagues,
    queryFn: ({ signal }) => ask<Colleagues>('/v1/colleagues', { signal }),
    staleTime: calm,
  });
  return data?.items ?? [];
}

/** Gives the name of the officer who has a report in hand; of another office's, the username. */
export function useInHand() {
  const colleagues = useColleagues();
  return ({ assignee }: Pick<Item, 'assignee'>) =>
    colleagues.find(({ username }) => username === assignee)?.name ?? assignee;
}

export function useTemplates() {
  return useQuery({
    queryKey: officeKeys.templates,
    queryFn: ({ signal }) => ask<Templates>('/v1/templates', { signal }),
    staleTime: calm,
  });
}

/** The limits in force. */
export function usePolicy(): Policy | undefined {
  const { data } = useQuery({
    queryKey: officeKeys.policy,
    queryFn: ({ signal }) => ask<{ policy: Policy }>('/v1/policies/current', { signal }),
    staleTime: calm,
  });
  return data?.policy;
}

/** What the forms of decisions need, asked for ahead, so that they also open without the network. */
export function useFormsReady(): void {
  usePolicy();
  useOffices();
  useTemplates();
}

/** Where the engine can be looked at; only operations staff are told. */
export function useConsole(enabled: boolean) {
  const { data } = useQuery({
    queryKey: officeKeys.console,
    queryFn: ({ signal }) => ask<Console>('/v1/console', { signal }),
    staleTime: calm,
    enabled,
  });
  return data;
}
