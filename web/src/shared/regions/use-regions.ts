// The regions of Indonesia as the API lists them; they change with a release alone.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Regions } from '../../api/types.ts';

function useRegions(query: Record<string, string>, enabled: boolean) {
  return useQuery({
    queryKey: keys.regions(query),
    queryFn: ({ signal }) => ask<Regions>('/v1/regions', { query, signal }),
    enabled,
    staleTime: Infinity,
    ...('q' in query && { placeholderData: keepPreviousData }),
  });
}

/** What lies directly below that region; of '' the provinces. */
export function useRegionsBelow(code: string, enabled = true) {
  return useRegions(code === '' ? {} : { parent: code }, enabled);
}

/** Fewer letters find too much. */
export const fewestLetters = 3;

export function useFoundRegions(words: string) {
  return useRegions({ q: words, limit: '12' }, words.length >= fewestLetters);
}

/** How many letters of a code each level takes. */
const lengths = [2, 5, 8, 13];

/** The codes of what it lies in and its own, the province first. */
export function chainOf(code: string): string[] {
  return lengths.filter((length) => length <= code.length).map((length) => code.slice(0, length));
}
