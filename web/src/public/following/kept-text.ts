// What the reporter is writing, kept in the tab.
import { useCallback, useState } from 'react';
import { stored } from '../../shared/state/stored.ts';

const slot = (number: string) => stored(`tuntas.reply.${number}`, 'tab');

/** A text that outlives a reload of the page. */
export function useKeptText(number: string) {
  const [text, setText] = useState(() => slot(number).read() ?? '');
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') slot(number).clear();
      else slot(number).write(next);
    },
    [number],
  );
  return [text, write] as const;
}

export function forgetText(number: string): void {
  slot(number).clear();
}
