// How the form asks: one thing at a time on a phone, all on one page from a tablet on, or as was chosen in this browser.
import { useState } from 'react';
import { stored } from '../../../shared/state/stored.ts';

type Manner = 'steps' | 'page';

const kept = stored('tuntas.form');

function manner(): Manner {
  const chosen = kept.read();
  if (chosen === 'steps' || chosen === 'page') return chosen;
  return window.matchMedia('(min-width: 48em)').matches ? 'page' : 'steps';
}

/** As it was when one came: turning a phone does not change what one is filling in. */
export function useManner() {
  const [now, setNow] = useState(manner);
  const choose = (to: Manner) => {
    kept.write(to);
    setNow(to);
  };
  return [now, choose] as const;
}
