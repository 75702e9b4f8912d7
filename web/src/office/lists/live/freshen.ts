// What changed costs its row, not the whole list: lists remember how single rows are asked for.
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import type { Item, Items, Outcome } from '../../../api/types.ts';
import type { Page } from '../../../shared/officers/use-pages.ts';
import { noteSeen } from '../../frame/ticking.ts';
import { type ByGroup, mergeRows, type Order } from './merge-rows.ts';

/** As many as the API gives at once; more are a list. */
const most = 20;

export interface ByRow {
  path: string;
  query: Record<string, string>;
  order: Order;
  byGroup?: ByGroup<Item> | undefined;
  /** Whether a report on which that was decided here remains in the list. */
  stays: (outcome: Outcome) => boolean;
}

type List = InfiniteData<Page<Item>>;

/** For `meta` of a list's query. */
export function byRow(list: ByRow) {
  return { byRow: list };
}

function listsOf(client: QueryClient): { query: Query; list: ByRow }[] {
  const all = client.getQueryCache().getAll();
  return all.flatMap((query) => {
    const list = query.meta?.byRow as ByRow | undefined;
    return list ? [{ query, list }] : [];
  });
}

/** One after the other: an answer that was long on its way does not undo a later one. */
let last: Promise<unknown> = Promise.resolve();

/** Asks for the rows of these reports again, in every list that is on the screen; the others are asked for when they come up. */
export function freshen(client: QueryClient, numbers: readonly string[]): Promise<unknown> {
  const lists = listsOf(client);
  last = last.then(() => Promise.all(lists.map((one) => freshenOne(client, one, numbers))));
  return last;
}

async function freshenOne(
  client: QueryClient,
  { query, list }: { query: Query; list: ByRow },
  numbers: readonly string[],
): Promise<void> {
  const { queryKey } = query;
  const whole = () => client.invalidateQueries({ queryKey, exact: true });
  const { data, fetchStatus } = query.state;
  // A whole list that is on its way may have been read before the change.
  if (!query.isActive() || data === undefined || fetchStatus === 'fetching' || numbers.length > most)
    return whole();
  try {
    const rows = await ask<Items>(list.path, {
      query: { ...list.query, numbers: numbers.join(','), limit: most },
    });
    const asked = new Set(numbers);
    noteSeen(rows.items);
    client.setQueryData<List>(
      queryKey,
      (before) =>
        before && { ...before, pages: mergeRows(before.pages, asked, rows.items, list.order, list.byGroup) },
    );
  } catch {
    await whole();
  }
}

/** Shows at once, in every list, what a decision that was taken here led to. */
export function showOutcome(client: QueryClient, outcome: Outcome): void {
  const { number, step, revision, status, holder, deadline, provisional, options } = outcome;
  for (const { query, list } of listsOf(client)) {
    const changed = (row: Item): Item[] => {
      if (row.number !== number) return [row];
      if (!list.stays(outcome)) return [];
      return [{ ...row, step, revision, status, holder, deadline, provisional, options }];
    };
    client.setQueryData<List>(
      query.queryKey,
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({ ...page, items: page.items.flatMap(changed) })),
        },
    );
  }
}
