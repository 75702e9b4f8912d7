// What has the focus in a list stays in sight when rows above it grow, as those do that learn late what they are like.
import { type RefObject, useEffect, useRef } from 'react';

/** Between the upper edge of the list and what is lowest: its own edge, the window's, or the bar over its rows. */
function isInSight(at: Element, list: Element, section: Element | null): boolean {
  const { top, bottom } = at.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  const bar = section?.querySelector('[data-bulk]')?.getBoundingClientRect();
  const lowest = Math.min(box.bottom, window.innerHeight, bar?.top ?? Infinity);
  return top >= Math.max(0, box.top) && bottom <= lowest;
}

/**
 * Nothing moves for who has scrolled away from it, nor where it is in sight still. `list`: what holds the rows; `rows`:
 * what is shown, a new array once it changes.
 */
export function useFocusInSight(
  list: RefObject<HTMLElement | null>,
  rows: readonly unknown[] | undefined,
): void {
  const wasInSight = useRef(false);
  useEffect(() => {
    const { current: box } = list;
    if (!box || !rows) return undefined;
    const section = box.closest('section');
    const focused = () => (box.contains(document.activeElement) ? document.activeElement : null);
    const look = () => {
      const at = focused();
      wasInSight.current = at !== null && isInSight(at, box, section);
    };
    const observer = new ResizeObserver(() => {
      const at = focused();
      if (at && wasInSight.current && !isInSight(at, box, section)) at.scrollIntoView({ block: 'nearest' });
      look();
    });
    // The rows grow, or the bar comes and takes room from them.
    for (const one of [section ?? box, box, ...box.children]) observer.observe(one);
    box.addEventListener('focusin', look);
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('focusin', look);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [list, rows]);
}
