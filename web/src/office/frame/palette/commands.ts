// What can be done where one is: each part of a page says it of itself, and the palette asks for it when it is opened.
import { useEffect, useEffectEvent } from 'react';
import type { OfficeAction } from '../../../../../sop/terms.ts';

export interface Command {
  id: string;
  label: string;
  /** The key that does the same, or what else there is to say. */
  hint?: string;
  run: () => void;
}

/** A decision that is open now: on one report, or on all that are selected. */
export interface DecisionCommand {
  action: OfficeAction;
  /** Of the one report. */
  number?: string;
  /** How many. */
  count: number;
  run: () => void;
}

type Source = () => readonly DecisionCommand[];
const sources = new Set<Source>();

/** For as long as the component stands: what it lets one decide, as it is when the palette is opened. */
export function useDecisionCommands(source: Source): void {
  const give = useEffectEvent(source);
  useEffect(() => {
    const one: Source = () => give();
    sources.add(one);
    return () => void sources.delete(one);
  }, []);
}

/** Call it before the focus moves: which report is meant may depend on it. */
export function decisionCommandsNow(): DecisionCommand[] {
  return [...sources].flatMap((source) => source());
}
