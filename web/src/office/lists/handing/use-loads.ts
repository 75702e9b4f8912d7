// How much each officer of the office has in hand.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import type { Loads } from '../../../api/types.ts';
import { officeKeys } from '../../keys.ts';

export type Load = Loads['items'][number];

/** Nobody's comes last. */
export function useLoads() {
  return useQuery({
    queryKey: officeKeys.loads,
    queryFn: ({ signal }) => ask<Loads>('/v1/colleagues/load', { signal }),
  });
}
