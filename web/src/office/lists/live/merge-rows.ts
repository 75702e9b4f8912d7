// Puts single rows that were asked for again into a list that came page by page, each where it belongs.
import type { Item } from '../../../api/types.ts';
import type { Page } from '../../../shared/officers/use-pages.ts';

/** By what a list is ordered. */
export type Order = 'deadline' | 'newest' | 'oldest';
type Row = Pick<Item, 'number' | 'deadline' | 'receivedAt'>;

/** Besides the order: below 0 when the group of `a` comes before that of `b`. */
export type ByGroup<T> = (a: T, b: T) => number;

/** Below 0 when `a` comes before `b`, as the API orders them. */
function compare(a: Row, b: Row, order: Order): number {
  const byNumber = a.number < b.number ? -1 : Number(a.number > b.number);
  if (order === 'deadline') {
    const due = ({ deadline }: Row) => (deadline === null ? Infinity : Date.parse(deadline));
    // Two without a deadline have none between them.
    return due(a) === due(b) ? byNumber : due(a) - due(b);
  }
  const way = order === 'newest' ? -1 : 1;
  return way * (Date.parse(a.receivedAt) - Date.parse(b.receivedAt) || byNumber);
}

/**
 * The pages with `fresh`, which is what the list has now of the `asked` numbers: the others of these have left it. What
 * would come after the last page that is here stays out, as long as there are more pages.
 */
export function mergeRows<T extends Row>(
  pages: readonly Page<T>[],
  asked: ReadonlySet<string>,
  fresh: readonly T[],
  order: Order,
  byGroup: ByGroup<T> = () => 0,
): Page<T>[] {
  const comparing = (a: T, b: T) => byGroup(a, b) || compare(a, b, order);
  const now = new Map(fresh.map((row) => [row.number, row]));
  const kept = pages.map((page) => ({
    ...page,
    items: page.items.flatMap((row) => {
      if (!asked.has(row.number)) return [row];
      const anew = now.get(row.number);
      if (!anew || comparing(anew, row) !== 0) return [];
      now.delete(row.number);
      return [anew];
    }),
  }));
  for (const row of now.values()) insert(kept, row, comparing);
  return kept;
}

function insert<T>(pages: Page<T>[], row: T, comparing: (a: T, b: T) => number): void {
  for (const page of pages) {
    const at = page.items.findIndex((other) => comparing(row, other) < 0);
    if (at < 0) continue;
    page.items.splice(at, 0, row);
    return;
  }
  const last = pages.at(-1);
  if (last?.next === null) last.items.push(row);
}
