// A list that stands still as long as the pointer is over it.
import { useState } from 'react';
import { asItIs, type Held, held } from './held-rows.ts';

interface Kept<T extends { number: string }> {
  now: readonly T[];
  of: string;
  still: boolean;
  held: Held<T>;
}

export interface HeldList<T extends { number: string }> extends Partial<Held<T>> {
  /** Shows what waits. */
  release: () => void;
  /** For the element that holds the rows. */
  pointer: { onPointerEnter: () => void; onPointerLeave: () => void };
}

/**
 * `now` is the list, the same array as long as nothing changed; `of` what it is narrowed and ordered by, undefined while
 * another one is on its way.
 */
export function useHeld<T extends { number: string }>(
  now: readonly T[] | undefined,
  of: string | undefined,
  left: ReadonlySet<string>,
): HeldList<T> {
  const [still, setStill] = useState(false);
  const [kept, setKept] = useState<Kept<T>>();
  const its = of ?? kept?.of ?? '';
  if (now && (kept?.now !== now || kept.of !== its || kept.still !== still)) {
    const goesOn = still && kept?.of === its;
    setKept({ now, of: its, still, held: goesOn ? held(kept.held, now, left) : asItIs(now) });
  }
  return {
    ...(now && kept?.held),
    release: () => now && setKept({ now, of: its, still, held: asItIs(now) }),
    pointer: { onPointerEnter: () => setStill(true), onPointerLeave: () => setStill(false) },
  };
}
