// What was typed for a decision, kept in the tab until the decision is taken.
import { useState } from 'react';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { useUser } from '../../../session.tsx';
import { storedJson } from '../../../shared/state/stored.ts';
import { noWords, type Words } from '../words.ts';

export interface LocalDraft {
  words: Words;
  /** The version on the server that it was typed over; 0: there was none. */
  base: number;
  /** Whether the server has these words. */
  saved: boolean;
}

const slotOf = (username: string | undefined, number: string, action: OfficeAction) =>
  storedJson<LocalDraft>(`tuntas.draft.${username}.${number}.${action}`, 'tab');

/** Whether anything was typed; an office that was picked is nothing to come back for. */
export function isTyped(typed: Words): boolean {
  const { officeId: _, ...words } = typed;
  return Object.values(words).some((said) => said.trim() !== '');
}

/** Tells whether something was typed here for a decision before. */
export function useTypedHere(number: string): (action: OfficeAction) => boolean {
  const user = useUser();
  return (action) => {
    const local = slotOf(user?.username, number, action).read();
    return local?.words !== undefined && isTyped(local.words);
  };
}

/** Null: nothing was typed in this tab. Each officer has their own. */
export function useLocalDraft(number: string, action: OfficeAction) {
  const user = useUser();
  const [slot] = useState(() => slotOf(user?.username, number, action));
  const [draft, setDraft] = useState(() => {
    const kept = slot.read();
    return kept?.words ? kept : null;
  });
  const set = (change: (before: LocalDraft | null) => LocalDraft | null) =>
    setDraft((before) => {
      const next = change(before);
      if (next) slot.write(next);
      else slot.clear();
      return next;
    });
  return [draft, set] as const;
}

/** Puts back what was typed for many reports at once, unless something else was typed since. */
export function useTypedBack(): (action: OfficeAction, words: Words) => void {
  const user = useUser();
  return (action, words) => {
    const slot = slotOf(user?.username, 'bulk', action);
    if (!slot.read()) slot.write({ words, base: 0, saved: false });
  };
}

/** Of many reports at once: in this tab alone. */
export function useTabDraft(action: OfficeAction) {
  const [draft, set] = useLocalDraft('bulk', action);
  const words = draft?.words ?? noWords;
  return {
    words,
    change: (next: Partial<Words>) => set(() => ({ words: { ...words, ...next }, base: 0, saved: false })),
    forget: () => set(() => null),
  };
}
