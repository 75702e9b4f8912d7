// One-key shortcuts: not while typing, not behind a dialog, and not for whoever switched them off (WCAG 2.1.4).
import { useEffect, useEffectEvent } from 'react';
import type { OfficeAction } from '../../../sop/terms.ts';
import { createStore } from '../shared/state/store.ts';
import { stored } from '../shared/state/stored.ts';

/** The key of each decision. */
export const actionKeys: Record<OfficeAction, string> = {
  receive: 't',
  accept: 'v',
  dispose: 'd',
  return: 'b',
  respond: 'r',
  answer: 'w',
  reject: 'o',
  'request-completion': 'l',
  told: 'm',
  recall: 'z',
  ask: 'a',
  correct: 'e',
  extend: 'p',
};

/** Advice (saran, reading 24) is no decision: asks another office, or answers it. */
export const adviceKey = 's';

/** Hands reports to a colleague (ganti petugas). */
export const handKey = 'g';

const choice = stored('tuntas.shortcuts');
const on = createStore(choice.read() !== 'off');

/** Takes back what stands by to be sent (tahan). */
export const holdKey = 'h';

/** Whether they are on, and the switch. */
export function useShortcutChoice(): [boolean, (next: boolean) => void] {
  const choose = (next: boolean) => {
    on.set(next);
    if (next) choice.clear();
    else choice.write('off');
  };
  return [on.useValue(), choose];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="listbox"] *');
}

/** Runs what the pressed key stands for; a function that gives false leaves the key alone. */
export function useShortcuts(shortcuts: Record<string, (() => unknown) | undefined>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!on.get() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
    const run = shortcuts[event.key];
    if (run && run() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
