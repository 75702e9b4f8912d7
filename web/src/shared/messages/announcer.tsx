// The live region: what changed without the focus moving there is read out.
import { createStore } from '../state/store.ts';

const said = createStore('');

/** Has a screen reader say it; the same words twice are said twice. */
export function announce(words: string): void {
  said.set(said.get() === words ? `${words}\u00A0` : words);
}

export function Announcer() {
  return (
    <div className="visually-hidden" aria-live="polite">
      {said.useValue()}
    </div>
  );
}
