// What was just made is in sight in the list that it went into, and under the cursor.
import { useSearchParams } from 'wouter';
import { useInSight } from '../../shared/state/in-sight.ts';

const param = 'baru';

/** The list, where that one is brought in sight. */
export function listWith(list: string, id: string): string {
  return `${list}?${param}=${encodeURIComponent(id)}`;
}

/** Which one it is: to be marked by `data-made`, and led to once the list is there. */
export function useMade(isThere: boolean): string | null {
  const [search] = useSearchParams();
  const made = search.get(param);
  useInSight(made, isThere);
  return made;
}
