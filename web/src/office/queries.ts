// What office pages ask of the API, each thing in one place.
import { keepPreviousData, type QueryKey, queryOptions, useQuery } from '@tanstack/react-query';
import { isEnd } from '../../../sop/terms.ts';
import { ask } from '../api/client.ts';
import { askAgain, type Known } from '../api/known.ts';
import { complaintPath } from '../api/paths.ts';
import { useUser } from '../session.tsx';
import { policyInForce, useOffices } from '../shared/officers/offices.ts';
import { usePages } from '../shared/officers/use-pages.ts';
import { officeKeys } from './keys.ts';
import { askRecord, type KeptRecord } from './report/stream/ask-record.ts';
import { byGroup, groupingIn, holderGroupings, inboxGroupings } from './lists/grouping/group-of.ts';
import { type ByRow, byRow } from './lists/live/freshen.ts';
import type { Order } from './lists/live/merge-rows.ts';
import { useEvery } from './live.tsx';
import { noteSeen } from './frame/ticking.ts';
import type {
  AskedConsultation,
  AskedConsultations,
  Colleagues,
  Disposed,
  InboxCounts,
  Item,
  Outcome,
  Policy,
  Report,
  Templates,
} from '../api/types.ts';

/** Changes rarely. */
const calm = 10 * 60_000;
/** As many rows at once: more than the largest screen shows. */
const pageOf = 50;
/** A row that changes is asked for by itself, and its time goes by on the screen: the whole list again, in ms. */
const rowsMs = 5 * 60_000;
type Query = Record<string, string>;

/** What a list of reports asks, and how single rows of it are asked for again. */
function useRows<T extends Item>(queryKey: QueryKey, list: ByRow) {
  const { path, query } = list;
  return usePages<T>({
    path,
    queryKey,
    query: { ...query, limit: pageOf },
    refetchInterval: useEvery(rowsMs),
    keepPrevious: true,
    meta: byRow(list),
    onAnswer: noteSeen,
  });
}

/** What my office holds, the soonest deadline first unless `sort` says otherwise; in groups when `group` does. */
export function useInbox(narrowing: Query) {
  const office = useUser()?.office.id;
  const order = (narrowing.sort ?? 'deadline') as Order;
  const stays = ({ holder, status }: Outcome) => holder.id === office && !isEnd(status);
  const grouped = byGroup(groupingIn(narrowing, inboxGroupings), 'agency');
  return useRows<Item>(officeKeys.inbox(narrowing), {
    path: '/v1/inbox',
    query: narrowing,
    order,
    byGroup: grouped,
    stays,
  });
}

/** How much of that there is, and what was done today. */
export function useInboxCounts(narrowing: Query): InboxCounts | undefined {
  const user = useUser();
  const { data } = useQuery({
    queryKey: officeKeys.countsOf(narrowing),
    queryFn: ({ signal }) => ask<InboxCounts>('/v1/inbox/counts', { query: narrowing, signal }),
    refetchInterval: useEvery(),
    placeholderData: keepPreviousData,
    enabled: user?.role === 'admin',
  });
  return data;
}

/** What my office disposed and is open below it, the soonest deadline first. */
export function useDisposed(narrowing: Query) {
  const office = useUser()?.office.id;
  const stays = ({ holder, status }: Outcome) => holder.id !== office && !isEnd(status);
  const grouped = byGroup(groupingIn(narrowing, holderGroupings), 'holder');
  const list = {
    path: '/v1/disposed',
    query: narrowing,
    order: 'deadline',
    byGroup: grouped,
    stays,
  } as const;
  return useRows<Disposed>(officeKeys.disposed(narrowing), list);
}

/** What I may see, the newest first; in groups when `group` says so. */
export function useSearch(filter: Query) {
  const list = {
    path: '/v1/complaints',
    query: filter,
    order: 'newest',
    byGroup: byGroup(groupingIn(filter, holderGroupings), 'holder'),
    stays: () => true,
  } as const;
  return useRows<Item>(officeKeys.search(filter), list);
}

/** Reports whose first response my office owes, though another one holds them; the soonest first. */
export function useOwed(): Item[] {
  const user = useUser();
  const query = { owed: 'true' };
  const list = { path: '/v1/complaints', query, order: 'newest', stays: () => true } as const;
  const { items } = useRows<Item>(officeKeys.owed, list);
  const due = ({ firstResponseDue }: Item) => Date.parse(firstResponseDue ?? '');
  const elsewhere = items?.filter(({ holder }) => holder.id !== user?.office.id) ?? [];
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
    queryFn: async ({ signal }) => {
      const report = await ask<Report>(complaintPath(number), { signal });
      noteSeen([report]);
      return report;
    },
  });
}

export function useReport(number: string) {
  return useQuery({ ...reportQuery(number), refetchInterval: useEvery() });
}

/** The whole record; asked for again, what came since. */
export function useEvents(number: string) {
  const queryKey = officeKeys.events(number);
  return useQuery({
    queryKey,
    queryFn: ({ signal, client }) => askRecord(number, client.getQueryData<KeptRecord>(queryKey), signal),
    select: itemsOf,
  });
}

const itemsOf = ({ items }: KeptRecord) => items;

/** What mostly is as it was when it is asked for again. */
export function useKnown<T>(queryKey: QueryKey, path: string) {
  return useQuery({
    queryKey,
    queryFn: ({ signal, client }) => askAgain<T>(path, client.getQueryData<Known<T>>(queryKey), signal),
    select: ({ answer }) => answer,
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
