// The agencies that reports can be addressed to.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Offices } from '../../api/types.ts';

/** Id and name of each; `failed` when they cannot be had now. */
export function useAgencies() {
  const { data, isError } = useQuery({
    queryKey: keys.agencies,
    queryFn: ({ signal }) => ask<Offices>('/v1/agencies', { signal }),
    staleTime: 5 * 60_000,
  });
  return { agencies: data?.items ?? [], failed: isError };
}
