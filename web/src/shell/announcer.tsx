// The live region: what changed without the focus moving there is read out.
import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Has a screen reader say it; the same words twice are said twice. */
export function announce(words: string): void {
  message = message === words ? `${words}\u00A0` : words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const said = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  );
}
