// What is typed in a form, kept in the tab until it is sent.
import { useState } from 'react';
import { stored } from './stored.ts';

interface Kept<T> {
  value: T;
  change: (next: Partial<T>) => void;
  /** Sent, or given up. */
  clear: () => void;
}

export function useKept<T extends object>(name: string, initial: T): Kept<T> {
  const [kept] = useState(() => stored(`tuntas.form.${name}`, 'tab'));
  const [typed, setTyped] = useState<Partial<T>>(() => {
    try {
      return JSON.parse(kept.read() ?? '{}') as Partial<T>;
    } catch {
      return {};
    }
  });
  return {
    value: { ...initial, ...typed },
    change: (next) => {
      const all = { ...typed, ...next };
      setTyped(all);
      kept.write(JSON.stringify(all));
    },
    clear: () => {
      setTyped({});
      kept.clear();
    },
  };
}
