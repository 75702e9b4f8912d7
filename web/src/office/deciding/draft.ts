// What was typed for a decision, kept in the tab until the decision is taken.
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import { storedJson } from '../../shared/state/stored.ts';
import { useKept } from '../../shared/state/use-kept.ts';
import { noWords, type Words } from './words.ts';

const slotOf = (username: string | undefined, number: string, action: OfficeAction) =>
  `tuntas.draft.${username}.${number}.${action}`;

/** Tells whether something was typed for a decision before. */
export function useDrafted(number: string): (action: OfficeAction) => boolean {
  const user = useUser();
  return (action) => {
    const kept = storedJson<Partial<Words>>(slotOf(user?.username, number, action), 'tab').read();
    const { officeId: _, ...typed } = kept ?? {};
    return Object.values(typed).some((words) => words.trim() !== '');
  };
}

/** The words, how to change them, and how to forget them. Each officer has their own. */
export function useDraft(number: string, action: OfficeAction) {
  const user = useUser();
  const { value, change, clear } = useKept(slotOf(user?.username, number, action), noWords);
  return { words: value, change, forget: clear };
}
