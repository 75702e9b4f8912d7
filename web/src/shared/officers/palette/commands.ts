// What can be done where one is: each part of a page says it of itself, and the palette asks for it when it is opened.
import { useEffect, useEffectEvent } from 'react';

export interface Command {
  id: string;
  label: string;
  /** The key that does the same, or what else there is to say. */
  hint?: string;
  run: () => void;
}

type Source = () => readonly Command[];
const sources = new Set<Source>();

/** For as long as the component stands: what it lets one do, as it is when the palette is opened. */
export function useCommands(source: Source): void {
  const give = useEffectEvent(source);
  useEffect(() => {
    const one: Source = () => give();
    sources.add(one);
    return () => void sources.delete(one);
  }, []);
}

/** Call it before the focus moves: what is meant may depend on it. */
export function commandsNow(): Command[] {
  return [...sources].flatMap((source) => source());
}
