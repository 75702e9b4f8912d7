// The draft of a report, kept in the browser until it is sent.
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../../api/client.ts';
import type { Filing } from '../../../api/types.ts';
import { storedJson } from '../../../shared/state/stored.ts';
import { emptyValues, type Values } from '../../../shared/forms/filing.ts';
import { keptMs } from '../../../shared/outbox/kept-ms.ts';

export interface Draft {
  values: Values;
  /** Files the report once, however often it is sent. */
  key: string;
  /** What went out under the key and may have arrived. */
  sent: Filing | null;
  fileNames: string[];
  /** Whether its files stay in this browser too, and it is sent though this page is closed: at its owner's wish. */
  keep: boolean;
  /** When it was written last, in milliseconds. */
  at: number;
}

const kept = storedJson<Partial<Draft>>('tuntas.draft');
const pauseMs = 300;

const newDraft = (): Draft => ({
  values: emptyValues,
  key: newKey(),
  sent: null,
  fileNames: [],
  keep: false,
  at: Date.now(),
});

/** The kept draft, whatever an older version of this page left out of it; undefined when it is too old. */
function readDraft(): Draft | undefined {
  const found = kept.read();
  if (!found?.key) return undefined;
  const draft = { ...newDraft(), ...found, values: { ...emptyValues, ...found.values } };
  if (draft.at > Date.now() - keptMs) return draft;
  kept.clear();
  return undefined;
}

/** Of a report that has arrived without the form. */
export function dropDraft(key: string): void {
  if (kept.read()?.key === key) kept.clear();
}

/** The draft, and how it changes. `restored`: it was found; `keeps`: the browser keeps it. */
export function useDraft() {
  const [restored, setRestored] = useState(() => readDraft() !== undefined);
  const [draft, setDraft] = useState(() => readDraft() ?? newDraft());
  const [keeps, setKeeps] = useState(true);
  const unwritten = useRef<Draft>(undefined);

  useEffect(() => {
    const flush = () => {
      if (unwritten.current) setKeeps(kept.write(unwritten.current));
      unwritten.current = undefined;
    };
    const timer = setInterval(flush, pauseMs);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      clearInterval(timer);
      window.removeEventListener('pagehide', flush);
    };
  }, []);

  // Of what was drawn last: a photo is made small while one goes on typing.
  const latest = useRef(draft);
  const change = (to: Partial<Draft>) => {
    const next = { ...latest.current, ...to, at: Date.now() };
    latest.current = next;
    unwritten.current = next;
    setDraft(next);
    return next;
  };
  /** At once: what is kept must be there before anything is sent. */
  const changeNow = (to: Partial<Draft>) => {
    const next = change(to);
    unwritten.current = undefined;
    setKeeps(kept.write(next));
    return next;
  };
  const clear = () => {
    unwritten.current = undefined;
    kept.clear();
    setRestored(false);
    latest.current = newDraft();
    setDraft(latest.current);
  };
  return { draft, restored, keeps, change, changeNow, clear };
}
