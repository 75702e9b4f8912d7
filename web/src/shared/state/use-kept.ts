// What is typed, kept in the tab until it is sent or given up.
import { useCallback, useState } from 'react';
import { stored, storedJson } from './stored.ts';

interface Kept<T> {
  value: T;
  change: (next: Partial<T>) => void;
  clear: () => void;
}

/** The fields of a form under a name of their own; what was typed before goes before `initial`. */
export function useKept<T extends object>(name: string, initial: T): Kept<T> {
  const [kept] = useState(() => storedJson<Partial<T>>(name, 'tab'));
  const [typed, setTyped] = useState(() => kept.read() ?? {});
  return {
    value: { ...initial, ...typed },
    change: (next) => {
      const all = { ...typed, ...next };
      setTyped(all);
      kept.write(all);
    },
    clear: () => {
      setTyped({});
      kept.clear();
    },
  };
}

/** One text; empty, it is kept no longer. */
export function useKeptText(name: string) {
  const [text, setText] = useState(() => stored(name, 'tab').read() ?? '');
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') stored(name, 'tab').clear();
      else stored(name, 'tab').write(next);
    },
    [name],
  );
  return [text, change] as const;
}
