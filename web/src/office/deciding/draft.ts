// What was typed for a decision, kept in the tab until the decision is taken.
import { useState } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import { stored } from '../../stored.ts';
import { noWords, type Words } from './words.ts';

function parsed(kept: string | null): Words {
  try {
    return { ...noWords, ...(JSON.parse(kept ?? '{}') as Partial<Words>) };
  } catch {
    return noWords;
  }
}

/** The words, how to change them, and how to forget them. Each officer has their own. */
export function useDraft(number: string, action: OfficeAction) {
  const user = useUser();
  const slot = stored(`tuntas.draft.${user?.username}.${number}.${action}`, 'tab');
  const [words, setWords] = useState(() => parsed(slot.read()));
  const change = (to: Partial<Words>) => {
    const next = { ...words, ...to };
    setWords(next);
    slot.write(JSON.stringify(next));
  };
  return { words, change, forget: slot.clear };
}
