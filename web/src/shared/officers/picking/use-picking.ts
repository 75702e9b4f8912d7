// What is typed and chosen in a field for an office, and by which keys: a combobox with a list (ARIA authoring practices).
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Office } from '../../../api/types.ts';
import { useOffices } from '../offices.ts';
import { activeAfter } from '../../choosing/active-after.ts';
import { officeFinder } from '../../finding/find-offices.ts';
import { firstOf, groupsOf } from './groups.ts';
import { useRecentOffices } from './recent-offices.ts';

/** So many are drawn at first, and so many more each time that their end is reached. */
const atOnce = 40;

export interface Picking {
  /** Those that may be chosen, in the order in which they are shown. */
  offices: readonly Office[];
  /** The id of the one that is chosen; empty: none. */
  value: string;
  onChange: (id: string) => void;
  /** The words for choosing none, such as "all"; without them there is no such choice. */
  none?: string | undefined;
  /** Ids that come first while nothing is typed; undefined: they are still being asked for. */
  suggested: readonly string[] | undefined;
  /** What stands in the field for `value`. */
  name: string;
}

export function usePicking({ offices, value, onChange, none, suggested, name }: Picking) {
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [drawn, setDrawn] = useState(atOnce);
  const [recent, note] = useRecentOffices();
  const { data: all = offices } = useOffices();
  const find = useMemo(() => officeFinder(offices, all), [offices, all]);
  const text = typed ?? name;
  const sought = typed?.trim() ?? '';
  const isAwaited = sought === '' && suggested === undefined;
  const groups = useMemo(() => {
    if (sought !== '') return [{ of: 'rest' as const, offices: find(sought) }];
    return suggested ? groupsOf(offices, suggested, recent) : [];
  }, [sought, find, offices, suggested, recent]);
  const before = none === undefined || sought !== '' ? 0 : 1;
  const found = groups.reduce((sum, group) => sum + group.offices.length, 0);
  const size = before + found;
  const inOrder = groups.flatMap((group) => group.offices);

  const open = () => setOpen(true);
  const close = () => {
    setOpen(false);
    setActive(-1);
    setDrawn(atOnce);
    setTyped(undefined);
  };
  const choose = (id: string) => {
    if (id !== '') note(id);
    onChange(id);
    close();
  };
  const type = (next: string) => {
    setTyped(next);
    setDrawn(atOnce);
    setOpen(true);
    // What Enter takes is the first one, once something is sought.
    setActive(next.trim() === '' ? -1 : 0);
    if (next === '' && value !== '') onChange('');
  };
  const more = () => setDrawn((before) => (before < size ? before + atOnce : before));
  const move = (next: number) => {
    if (!isOpen) open();
    setActive(next);
    // Also from the first one backwards to the last.
    if (next >= drawn) setDrawn(next + atOnce);
  };
  const keys: Record<string, () => void> = {
    Enter: () => {
      if (isOpen && active >= 0 && active < size) choose(inOrder[active - before]?.id ?? '');
    },
    Escape: close,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // One of the first nine, while nothing is typed that it could belong to.
    if (isOpen && text === '' && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      const office = inOrder[Number(event.key) - 1];
      if (office) choose(office.id);
      return;
    }
    const next = activeAfter(event.key, active, size);
    const run = next === undefined ? keys[event.key] : () => move(next);
    // A closed list has no use for Escape, which may close a dialog.
    if (!run || (event.key === 'Escape' && !isOpen)) return;
    // Enter never sends the form: an office is chosen first, and sent by its button or Ctrl + Enter.
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return {
    text,
    isOpen,
    open,
    close,
    type,
    choose,
    onKeyDown,
    more,
    active,
    size,
    found,
    isSought: sought !== '',
    isAwaited,
    hasKeys: text === '',
    groups: firstOf(groups, drawn),
    hasNone: before === 1,
  };
}
