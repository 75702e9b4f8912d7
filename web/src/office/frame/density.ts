// How close the rows of lists stand: remembered in this browser, for each person who signs in here.
import { useUser } from '../../session.tsx';
import { createStore } from '../../shared/state/store.ts';
import { stored } from '../../shared/state/stored.ts';

export type Density = 'dense' | 'comfortable';

/** Counts the choices that were made, so that whoever shows them is drawn anew. */
const choices = createStore(0);

/** The officer's density, and how to choose another; `dense` until then. */
export function useDensity(): [Density, (next: Density) => void] {
  const user = useUser();
  const kept = stored(`tuntas.density.${user?.username}`);
  const made = choices.useValue();
  const choose = (next: Density) => {
    kept.write(next);
    choices.set(made + 1);
  };
  return [kept.read() === 'comfortable' ? 'comfortable' : 'dense', choose];
}
