// The one live region: what changed without the focus moving there is read out.
import { createStore } from '../state/store.ts';

/** What comes within so many milliseconds is said as one. */
const gatherMs = 250;
const said = createStore('');
let waiting: string[] = [];

/** Has a screen reader say it, after what it is saying; the same words twice are said twice. */
export function announce(words: string): void {
  if (waiting.length === 0) setTimeout(say, gatherMs);
  if (!waiting.includes(words)) waiting.push(words);
}

function say(): void {
  const words = waiting.join(' ');
  waiting = [];
  said.set(said.get() === words ? `${words}\u00A0` : words);
}

export function Announcer() {
  return (
    <div className="visually-hidden" aria-live="polite">
      {said.useValue()}
    </div>
  );
}
