// Walking through a list by keys: the focus itself moves, so that the screen reader follows.
import { useEffect, useRef } from 'react';
import { type Place, useDesk } from '../desk.tsx';
import type { Item } from '../../api/types.ts';

/** So many rows before the end of what is here, the next ones are asked for. */
const aheadRows = 10;

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
  /** To the first row, once the rows that were asked for are there; false: not any more. */
  toFirst: (wanted: boolean) => void;
}

interface Asked {
  isPlaceholderData: boolean;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/**
 * Walks through the rows of `items`, unless a report is `read` beside them. Call it in the component around the heading,
 * which takes the focus first: then the focus comes back to the report that was looked at last, or, on the first page
 * that one opens, to the first row.
 */
export function useWalk(items: readonly Item[] | undefined, reads: string | undefined, asked: Asked): Walk {
  const { placeRef } = useDesk();
  const numbers = items?.map(({ number }) => number) ?? [];
  // What is called after a dialog has closed meets the list of then.
  const shown = useRef(numbers);
  const wantsFirst = useRef(false);
  const goTo = (number: string, scroll = true) => {
    placeRef.current = { at: number, order: shown.current };
    focusRow(number, scroll);
  };
  const goBack = (scroll = true) => {
    const to = nearest(placeRef.current, shown.current);
    if (to !== undefined) goTo(to, scroll);
    return to !== undefined;
  };
  useEffect(() => {
    shown.current = numbers;
    const { at } = placeRef.current;
    if (at === undefined || numbers.includes(at)) placeRef.current.order = numbers;
    // A row that left took the focus along.
    else if (reads === undefined && document.activeElement === document.body) goBack(false);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items]);
  const settled = useRef(false);
  const goFirst = () => {
    if (!settled.current || !wantsFirst.current) return;
    wantsFirst.current = false;
    const [first] = shown.current;
    if (first !== undefined) goTo(first);
  };
  useEffect(() => {
    settled.current = !asked.isPlaceholderData && !asked.isPending;
    goFirst();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items, asked.isPlaceholderData, asked.isPending]);
  const there = numbers.length > 0 && reads === undefined;
  useEffect(() => {
    // Only when the list comes up, and not from a field that is typed in; later the focus is the officer's.
    const { activeElement: at } = document;
    if (!there || (at !== document.body && at?.tagName !== 'H1')) return;
    const [first] = shown.current;
    if (!goBack() && at === document.body && first !== undefined) goTo(first, false);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [there]);
  const move = (by: 1 | -1) => {
    const at = numbers.indexOf(focusedNumber() ?? nearest(placeRef.current, numbers) ?? '');
    const to = numbers[Math.min(numbers.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (to !== undefined) goTo(to);
    if (at + aheadRows > numbers.length && asked.hasNextPage && !asked.isFetchingNextPage)
      void asked.fetchNextPage();
  };
  return {
    move,
    goTo,
    goBack: () => {
      const to = nearest(placeRef.current, shown.current) ?? shown.current[0];
      if (to !== undefined) goTo(to);
    },
    toFirst: (wanted) => {
      wantsFirst.current = wanted;
      // What was typed last is asked for now: only after the next render is it known whether one has to wait.
      requestAnimationFrame(goFirst);
    },
  };
}
