// What lies on the desk while one walks through the office pages: the selection, the last report, what was done last.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** A decision that was taken, in words. */
export interface Done {
  number: string;
  words: string;
}

interface Desk {
  selected: ReadonlySet<string>;
  select: (numbers: ReadonlySet<string>) => void;
  /** The report that was looked at last. */
  current: string | undefined;
  lookAt: (number: string) => void;
  done: Done | undefined;
  tell: (done: Done | undefined) => void;
  helping: boolean;
  help: (shown: boolean) => void;
}

const Context = createContext<Desk | undefined>(undefined);

export function DeskProvider({ children }: { children: ReactNode }) {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [current, lookAt] = useState<string>();
  const [done, tell] = useState<Done>();
  const [helping, help] = useState(false);
  const desk = useMemo(
    () => ({ selected, select, current, lookAt, done, tell, helping, help }),
    [selected, current, done, helping],
  );
  return <Context value={desk}>{children}</Context>;
}

/** Throws outside the office pages. */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('There is no DeskProvider above.');
  return desk;
}
