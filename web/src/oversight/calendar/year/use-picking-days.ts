// Which day of the year has the cursor, and which are picked: by keys and by pointer.
import { type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react';
import { datesBetween, stepOf } from './dates.ts';

export interface PickingDays {
  /** The one that Tab leads to. */
  cursor: string;
  /** From the first to the last; none: nothing is picked. */
  picked: readonly string[];
  /** Whether it is to be said what they are. */
  isAsked: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onClick: (event: MouseEvent) => void;
  /** Picks nothing, and brings the cursor back to where it was. */
  leave: () => void;
}

/** `first`: where the cursor is at first. `place`: of the days. */
export function usePickingDays(first: string, place: RefObject<HTMLElement | null>): PickingDays {
  const [cursor, setCursor] = useState(first);
  const [anchor, setAnchor] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const picked = anchor === undefined ? [] : datesBetween(anchor, cursor);
  const focus = (date: string) => place.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  const moveTo = (date: string, extends_: boolean) => {
    setAnchor(extends_ ? (anchor ?? cursor) : undefined);
    setAsked(false);
    setCursor(date);
    focus(date);
  };
  const pick = (date: string, extends_: boolean) => {
    setAnchor(extends_ ? (anchor ?? cursor) : date);
    setCursor(date);
    setAsked(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const to = stepOf(event.key, cursor, { ctrl: event.ctrlKey });
    const keys: Record<string, () => void> = {
      Enter: () => pick(cursor, anchor !== undefined),
      ' ': () => pick(cursor, anchor !== undefined),
      Escape: () => setAnchor(undefined),
    };
    const run = to === undefined ? keys[event.key] : () => moveTo(to, event.shiftKey);
    if (!run) return;
    event.preventDefault();
    run();
  };
  const onClick = (event: MouseEvent) => {
    const { date } = (event.target as Element).closest<HTMLElement>('[data-date]')?.dataset ?? {};
    if (date !== undefined) pick(date, event.shiftKey);
  };
  const leave = () => {
    setAnchor(undefined);
    setAsked(false);
    focus(cursor);
  };
  return { cursor, picked, isAsked, onKeyDown, onClick, leave };
}
