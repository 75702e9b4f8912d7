// What was just made is in sight in its list, and under the cursor.
import { useEffect } from 'react';

/** `made`: what it is called, null for nothing; it bears `data-made`. `isThere`: once its list is drawn. */
export function useInSight(made: string | null, isThere: boolean): void {
  useEffect(() => {
    if (made === null || !isThere) return;
    const row = document.querySelector<HTMLElement>('[data-made]');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  }, [made, isThere]);
}
