// What lies on the desk while one walks through the office pages: the selection, the last report, what was done last.
import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';

/** A decision that was taken, in words. */
export interface Done {
  /** Undefined: of several. */
  number?: string | undefined;
  words: string;
  /** Takes it back. */
  undo?: { label: string; run: () => void };
}

/** Where one is in a list; it changes at each key, so nothing is drawn by it. */
export interface Place {
  /** The report that was looked at last. */
  at?: string;
  /** The list as it was when that report was in it. */
  order: readonly string[];
}

type Selection = ReadonlySet<string>;

interface Desk {
  /** What one decided oneself, and left the list by it. */
  left: Selection;
  leave: (number: string) => void;
  selected: Selection;
  select: (to: Selection | ((before: Selection) => Selection)) => void;
  placeRef: RefObject<Place>;
  done: Done | undefined;
  tell: (done: Done | undefined) => void;
  helping: boolean;
  help: (shown: boolean) => void;
}

const Context = createContext<Desk | undefined>(undefined);

export function DeskProvider({ children }: { children: ReactNode }) {
  const [selected, select] = useState<Selection>(new Set());
  const [left, setLeft] = useState<Selection>(new Set());
  const placeRef = useRef<Place>({ order: [] });
  const [done, tell] = useState<Done>();
  const [helping, help] = useState(false);
  const desk = useMemo(
    () => ({
      left,
      leave: (number: string) => setLeft((before) => new Set(before).add(number)),
      selected,
      select,
      placeRef,
      done,
      tell,
      helping,
      help,
    }),
    [left, selected, done, helping],
  );
  return <Context value={desk}>{children}</Context>;
}

/** Throws outside the office pages. */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('There is no DeskProvider above.');
  return desk;
}
