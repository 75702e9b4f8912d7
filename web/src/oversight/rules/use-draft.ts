// What is typed on top of what was read: kept in the tab until it is saved or dropped, merged with what others saved.
import { useState } from 'react';
import { storedJson } from '../../shared/state/stored.ts';

export interface Read<T> {
  revision: string;
  value: T;
}

interface Draft<T> {
  base: Read<T>;
  mine: T;
}

export interface DraftState<T> {
  base: Read<T>;
  mine: T;
  dirty: boolean;
  /** Somebody else saved something since `base` was read. */
  conflict: boolean;
  /** It was typed before this page was opened. */
  restored: boolean;
  change: (mine: T) => void;
  /** Puts my changes on top of what is there now. */
  rebase: () => void;
  drop: () => void;
}

interface How<T> {
  /** What is compared and sent, without the keys of rows. */
  contentOf: (value: T) => unknown;
  merge: (base: T, mine: T, theirs: T) => T;
}

export function useDraft<T>(name: string, read: Read<T>, { contentOf, merge }: How<T>): DraftState<T> {
  const [kept] = useState(() => storedJson<Draft<T>>(`tuntas.draft.${name}`, 'tab'));
  const [draft, setDraft] = useState(() => kept.read() ?? undefined);
  const [first] = useState(draft);
  const same = (a: T, b: T) => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
  const dirty = draft !== undefined && !same(draft.mine, draft.base.value) && !same(draft.mine, read.value);
  const base = dirty ? draft.base : read;
  const mine = draft === undefined || (!dirty && !same(draft.mine, read.value)) ? read.value : draft.mine;
  const keep = (next: Draft<T>) => {
    setDraft(next);
    kept.write(next);
  };
  return {
    base,
    mine,
    dirty,
    conflict: dirty && read.revision !== base.revision,
    restored: dirty && draft === first,
    change: (next) => keep({ base, mine: next }),
    rebase: () => keep({ base: read, mine: merge(base.value, mine, read.value) }),
    drop: () => {
      setDraft(undefined);
      kept.clear();
    },
  };
}
