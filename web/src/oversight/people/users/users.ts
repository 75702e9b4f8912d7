// The officers, as operations sees them.
import { useQuery } from '@tanstack/react-query';
import { keys } from '../../../api/keys.ts';
import { allPages } from '../../../shared/officers/use-pages.ts';
import type { Officer } from '../../../api/types.ts';

/** All of them, by whatever pages the API gives. */
export function useUsers() {
  return useQuery({
    queryKey: keys.users,
    queryFn: ({ signal }) => allPages<Officer>('/v1/users', signal),
  });
}
