// How every part of the running system is: asked again by itself, and what was known last stays when nothing answers.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { Cockpit } from '../../../api/types.ts';

const lookAgainMs = 10_000;

export function useCockpit() {
  return useQuery({
    queryKey: keys.cockpit,
    queryFn: ({ signal }) => ask<Cockpit>('/v1/operations', { signal }),
    refetchInterval: lookAgainMs,
    // It is asked again anyway; meanwhile it is said that nothing answers.
    retry: false,
    staleTime: 0,
  });
}
