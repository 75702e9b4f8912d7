// A value that lives outside of the components and is followed by them.
import { useSyncExternalStore } from 'react';

interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  /** The value, for a component that is drawn anew with it. */
  useValue: () => T;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    useValue: () => useSyncExternalStore(subscribe, get, get),
  };
}
