// What was typed for a decision, kept in the tab until the decision is taken.
import { useState } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import { stored } from '../../shared/state/stored.ts';
import { noWords, type Words } from './words.ts';

function parsed(kept: string | null): Words {
  try {
    return { ...noWords, ...(JSON.parse(kept ?? '{}') as Partial<Words>) };
  } catch {
    return noWords;
  }
}

const slotOf = (username: string | undefined, number: string, action: OfficeAction) =>
  stored(`tuntas.draft.${username}.${number}.${action}`, 'tab');

/** Tells whether something was typed for a decision before. */
export function useDrafted(number: string): (action: OfficeAction) => boolean {
  const user = useUser();
  return (action) => {
    const { officeId: _, ...typed } = parsed(slotOf(user?.username, number, action).read());
    return Object.values(typed).some((words) => words.trim() !== '');
  };
}

/** The words, how to change them, and how to forget them. Each officer has their own. */
export function useDraft(number: string, action: OfficeAction) {
  const user = useUser();
  const slot = slotOf(user?.username, number, action);
  const [words, setWords] = useState(() => parsed(slot.read()));
  const change = (to: Partial<Words>) => {
    const next = { ...words, ...to };
    setWords(next);
    slot.write(JSON.stringify(next));
  };
  return { words, change, forget: slot.clear };
}
