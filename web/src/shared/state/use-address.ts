// Filters that live in the address, so that they survive a reload and can be shared.
import { useSearchParams } from 'wouter';

export type Filters = Record<string, string>;

/** The filters of these names, and how to change them; an empty value leaves the address. */
export function useFilters(names: readonly string[]) {
  const [search, setSearch] = useSearchParams();
  const filters: Filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const change = (to: Filters) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(to)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const clear = () => change(Object.fromEntries(names.map((name) => [name, ''])));
  return { filters, change, clear, any: Object.keys(filters).length > 0 };
}

export const inboxFilters = ['q', 'kind', 'step', 'overdue', 'dueToday', 'assignee'] as const;
export const searchFilters = [
  'q',
  'status',
  'open',
  'kind',
  'step',
  'officeId',
  'under',
  'overdue',
  'dueToday',
  'from',
  'to',
] as const;
