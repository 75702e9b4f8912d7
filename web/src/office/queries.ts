// What office pages ask of the API, each thing in one place.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import { complaintPath } from '../api/paths.ts';
import { useUser } from '../session.tsx';
import { policyInForce, useOffices } from '../shared/officers/offices.ts';
import { allPages, usePages } from '../shared/officers/use-pages.ts';
import { officeKeys } from './keys.ts';
import { useEvery } from './live.tsx';
import type {
  AskedConsultation,
  AskedConsultations,
  Colleagues,
  Disposed,
  Item,
  Items,
  Policy,
  RecordEvent,
  Report,
  Templates,
} from '../api/types.ts';

/** Changes rarely. */
const calm = 10 * 60_000;
type Query = Record<string, string>;

/** What my office holds, the soonest deadline first. */
export function useInbox(narrowing: Query, enabled = true) {
  return usePages<Item>({
    path: '/v1/inbox',
    queryKey: officeKeys.inbox(narrowing),
    query: { ...narrowing, limit: 100 },
    refetchInterval: useEvery(),
    keepPrevious: true,
    enabled,
  });
}

/** What my office disposed and is open below it, the soonest deadline first. */
export function useDisposed(narrowing: Query) {
  return usePages<Disposed>({
    path: '/v1/disposed',
    queryKey: officeKeys.disposed(narrowing),
    query: { ...narrowing, limit: 100 },
    refetchInterval: useEvery(),
    keepPrevious: true,
  });
}

/** What I may see, the newest first. */
export function useSearch(filter: Query) {
  return usePages<Item>({
    path: '/v1/complaints',
    queryKey: officeKeys.search(filter),
    query: { ...filter, limit: 50 },
    refetchInterval: useEvery(),
    keepPrevious: true,
  });
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

/** What other offices ask mine, the soonest first (reading 24). */
export function useAskedQuestions(): AskedConsultation[] {
  const { data } = useQuery({
    queryKey: officeKeys.askedQuestions,
    queryFn: ({ signal }) =>
      ask<AskedConsultations>('/v1/inbox', { query: { kind: 'consultations', limit: 100 }, signal }),
    refetchInterval: useEvery(),
  });
  return data?.items ?? [];
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

/** The whole record. */
export function useEvents(number: string) {
  return useQuery({
    queryKey: officeKeys.events(number),
    queryFn: ({ signal }) => allPages<RecordEvent>(`${complaintPath(number)}/events`, signal),
  });
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
  return useQuery(policyInForce).data?.policy;
}

/** What the forms of decisions need, asked for ahead, so that they also open without the network. */
export function useFormsReady(): void {
  usePolicy();
  useOffices();
  useTemplates();
}
