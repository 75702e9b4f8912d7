// The offices and the limits in force, which pages of every area ask for.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Offices, PolicyInForce } from '../../api/types.ts';

/** They change rarely. */
const calmMs = 60_000;

/** Each office after the one above it. */
export function useOffices() {
  return useQuery({
    queryKey: keys.offices,
    queryFn: async ({ signal }) => (await ask<Offices>('/v1/offices', { signal })).items,
    staleTime: calmMs,
  });
}

/** Also those that are no more, with their addresses; for ops. */
export function useAllOffices() {
  return useQuery({
    queryKey: keys.allOffices,
    queryFn: async ({ signal }) =>
      (await ask<Offices>('/v1/offices', { query: { inactive: true }, signal })).items,
  });
}

/** The name of an office by its id; the id while names are not there, and of those that are no more. */
export function useOfficeName(): (id: string) => string {
  const { data = [] } = useOffices();
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

export const policyInForce = queryOptions({
  queryKey: keys.policy,
  queryFn: ({ signal }) => ask<PolicyInForce>('/v1/policies/current', { signal }),
  staleTime: calmMs,
});
