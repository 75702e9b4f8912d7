// The office tree as the pages need it.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Office } from '../../api/types.ts';

/** Each office after the one above it. */
export function useOffices() {
  return useQuery({
    queryKey: keys.offices,
    queryFn: async ({ signal }) => (await ask<{ items: Office[] }>('/v1/offices', { signal })).items,
    staleTime: 60_000,
  });
}

/** Also those that are no more, with their addresses; for ops. */
export function useAllOffices() {
  return useQuery({
    queryKey: keys.allOffices,
    queryFn: async ({ signal }) =>
      (await ask<{ items: Office[] }>('/v1/offices', { query: { inactive: true }, signal })).items,
  });
}

/** The name of an office by its id; the id while names are not there. */
export function useOfficeName(): (id: string) => string {
  const { data = [] } = useOffices();
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

const levelDepth = { national: 0, agency: 1, echelon1: 2, upt: 3 } as const;

/** How far below the national door, from 0. */
export function depthOf({ level }: Pick<Office, 'level'>): number {
  return levelDepth[level];
}

/** The office and all below it, in the same order. */
export function partUnder(offices: readonly Office[], top: string): Office[] {
  const inside = new Set([top]);
  return offices.filter(({ id, parentId }) => {
    if (parentId !== null && inside.has(parentId)) inside.add(id);
    return inside.has(id);
  });
}

/** For a select: the name, moved in by its level. */
export function indented(office: Office, from = 0): { value: string; label: string } {
  const inward = '\u2003'.repeat(Math.max(0, depthOf(office) - from));
  return { value: office.id, label: inward + office.name };
}
