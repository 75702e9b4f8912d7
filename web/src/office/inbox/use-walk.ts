// Walking through a list by keys: the focus itself moves, so that the screen reader follows.
import { useEffect } from 'react';
import { useDesk } from '../desk.tsx';
import type { Item } from '../types.ts';

function rowOf(number: string | undefined): HTMLElement | null {
  return number === undefined ? null : document.querySelector(`[data-number="${CSS.escape(number)}"]`);
}

function focusRow(number: string): void {
  const row = rowOf(number);
  row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The report whose row has the focus. */
export function focusedNumber(): string | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-number]');
  return row?.dataset.number;
}

/** Gives `move`, by one row on or back; comes back to the report that was looked at last. */
export function useWalk(items: readonly Item[] | undefined) {
  const { current, lookAt } = useDesk();
  const there = items !== undefined;
  useEffect(() => {
    if (there && current !== undefined) focusRow(current);
    // Only when the page comes up; later the focus is the officer's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [there]);
  const move = (by: 1 | -1) => {
    if (!items || items.length === 0) return;
    const at = items.findIndex(({ number }) => number === (focusedNumber() ?? current));
    const to = items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (!to) return;
    lookAt(to.number);
    focusRow(to.number);
  };
  /** After a row has gone: to the one after it; after the last, to the most urgent one. */
  const follow = (number: string) => {
    const at = items?.findIndex((item) => item.number === number) ?? -1;
    const to = items?.[at + 1] ?? items?.find((item) => item.number !== number);
    if (to) lookAt(to.number);
    return to?.number;
  };
  return { move, follow };
}

export { focusRow };
