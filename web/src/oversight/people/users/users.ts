// The officers, as operations sees them.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { Officer } from '../../../api/types.ts';

/** All of them, by whatever pages the API gives. */
export function useUsers() {
  return useQuery({
    queryKey: keys.users,
    queryFn: async ({ signal }) => {
      const all: Officer[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: { items: Officer[]; next: string | null } = await ask('/v1/users', {
          query: { cursor, limit: 200 },
          signal,
        });
        all.push(...page.items);
        cursor = page.next;
      }
      return all;
    },
  });
}
