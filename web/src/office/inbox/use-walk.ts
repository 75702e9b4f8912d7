// Walking through a list by keys: the focus itself moves, so that the screen reader follows.
import { useEffect, useRef } from 'react';
import { type Place, useDesk } from '../desk.tsx';
import type { Item } from '../../api/types.ts';

function focusRow(number: string, scroll = true): void {
  const row = document.querySelector(`[data-number="${CSS.escape(number)}"]`);
  row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  if (scroll) row?.scrollIntoView({ block: 'nearest' });
}

/** The report whose row has the focus. */
export function focusedNumber(): string | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-number]');
  return row?.dataset.number;
}

/** The report that was looked at last; when it is no longer in the list, the one after it, or else before it. */
function nearest({ at, order }: Place, numbers: readonly string[]): string | undefined {
  if (at === undefined || numbers.includes(at)) return at;
  const index = order.indexOf(at);
  if (index < 0) return undefined;
  const there = new Set(numbers);
  return (
    order.slice(index).find((one) => there.has(one)) ??
    order.slice(0, index).findLast((one) => there.has(one))
  );
}

export interface Walk {
  /** By one row on or back. */
  move: (by: 1 | -1) => void;
  goTo: (number: string) => void;
  /** To where one was; when that row has gone, to its neighbour; to the first row otherwise. */
  goBack: () => void;
}

/**
 * Walks through the rows of `items`. Call it in the component around `Page`, whose heading takes the focus first: then
 * the focus comes back to the report that was looked at last.
 */
export function useWalk(items: readonly Item[] | undefined): Walk {
  const { placeRef } = useDesk();
  const numbers = items?.map(({ number }) => number) ?? [];
  // What is called after a dialog has closed meets the list of then.
  const shown = useRef(numbers);
  const goTo = (number: string, scroll = true) => {
    placeRef.current = { at: number, order: shown.current };
    focusRow(number, scroll);
  };
  const goBack = (scroll = true) => {
    const to = nearest(placeRef.current, shown.current);
    if (to !== undefined) goTo(to, scroll);
  };
  useEffect(() => {
    shown.current = numbers;
    const { at } = placeRef.current;
    if (at === undefined || numbers.includes(at)) placeRef.current.order = numbers;
    // A row that left took the focus along.
    else if (document.activeElement === document.body) goBack(false);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items]);
  const there = numbers.length > 0;
  useEffect(() => {
    // Only when the list comes up, and not from a field that is typed in; later the focus is the officer's.
    const { activeElement: at } = document;
    if (there && (at === document.body || at?.tagName === 'H1')) goBack();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [there]);
  const move = (by: 1 | -1) => {
    const at = numbers.indexOf(focusedNumber() ?? nearest(placeRef.current, numbers) ?? '');
    const to = numbers[Math.min(numbers.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (to !== undefined) goTo(to);
  };
  return {
    move,
    goTo,
    goBack: () => {
      const to = nearest(placeRef.current, shown.current) ?? shown.current[0];
      if (to !== undefined) goTo(to);
    },
  };
}
