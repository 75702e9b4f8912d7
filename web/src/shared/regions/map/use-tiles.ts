// Whether streets lie under the map, as ops have set it.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import type { MapSource } from '../../../api/types.ts';

/** Until it is known, and where it cannot be asked, the map is an outline. */
export function useTiles(): MapSource['tiles'] {
  const { data } = useQuery({
    // Beside no other that is thrown away, and not among those that every page brings along.
    queryKey: ['map'],
    queryFn: ({ signal }) => ask<MapSource>('/v1/map', { signal }),
    staleTime: Infinity,
  });
  return data?.tiles ?? null;
}
