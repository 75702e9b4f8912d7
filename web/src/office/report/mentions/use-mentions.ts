// Naming officers in a text: "@" and some letters bring a list of those who may see the report, who are told when it is saved.
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import type { Officers } from '../../../api/types.ts';
import { activeAfter } from '../../../shared/choosing/active-after.ts';
import { useKept } from '../../../shared/state/use-kept.ts';
import { officeKeys } from '../../keys.ts';

type Officer = Officers['items'][number];
type Named = Pick<Officer, 'username' | 'name'>;

/** What stands after an "@" before the cursor: part of a name, of two words at most. */
const begun = /(?:^|\s)@([\p{L}\p{M}\p{N}.'-]*(?: [\p{L}\p{M}\p{N}.'-]+)?)$/u;
const none: readonly Officer[] = [];

interface Mentioning {
  number: string;
  /** Under which it is kept in the tab, as the text is. */
  slot: string;
  text: string;
  setText: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Those of `named` that still stand in the text, each once. */
function stillNamed(named: readonly Named[], text: string): Named[] {
  const there = named.filter(({ name }) => text.includes(`@${name}`));
  return [...new Map(there.map((one) => [one.username, one])).values()];
}

export function useMentions({ number, slot, text, setText, field }: Mentioning) {
  const kept = useKept<{ named: readonly Named[] }>(slot, { named: [] });
  const [sought, setSought] = useState<string>();
  const [active, setActive] = useState(0);
  const { data } = useQuery({
    queryKey: officeKeys.officers(number, sought ?? ''),
    queryFn: ({ signal }) =>
      ask<Officers>(`${complaintPath(number)}/officers`, { query: { q: sought?.trim() }, signal }),
    enabled: sought !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const found = (sought !== undefined && data?.items) || none;
  const isOpen = sought !== undefined && data !== undefined;
  /** After each change of text or cursor. */
  const look = () => {
    const at = field.current;
    const before =
      at?.selectionStart === at?.selectionEnd ? at?.value.slice(0, at.selectionStart) : undefined;
    const next = begun.exec(before ?? '')?.[1];
    // Whoever is named already is not sought again.
    const isDone = next !== undefined && kept.value.named.some(({ name }) => before?.endsWith(`@${name}`));
    setSought(isDone ? undefined : next);
    setActive(0);
  };
  const choose = ({ username, name }: Officer) => {
    const at = field.current;
    if (!at || sought === undefined) return;
    const from = at.selectionStart - sought.length;
    const after = text.slice(at.selectionStart);
    // At once: the next letter may be on its way, and is to stand behind the name.
    flushSync(() => setText(`${text.slice(0, from)}${name} ${after.trimStart()}`));
    kept.change({ named: [...kept.value.named, { username, name }] });
    setSought(undefined);
    const cursor = from + name.length + 1;
    at.focus();
    at.setSelectionRange(cursor, cursor);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = found[active];
    const next = activeAfter(event.key, active, found.length);
    const keys: Record<string, () => void> = {
      Escape: () => setSought(undefined),
      ...(chosen && {
        ...(next !== undefined && { [event.key]: () => setActive(next) }),
        Enter: () => choose(chosen),
        Tab: () => choose(chosen),
      }),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return {
    found,
    isOpen,
    active,
    look,
    choose,
    onKeyDown,
    close: () => setSought(undefined),
    named: stillNamed(kept.value.named, text),
    clear: kept.clear,
  };
}
