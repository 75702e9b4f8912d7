// The decisions that are open where one is, for the palette.
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useCommands } from '../../shared/officers/palette/commands.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { actionKeys } from '../shortcuts.ts';

/** A decision that is open now: on one report, or on all that are selected. */
interface DecisionCommand {
  action: OfficeAction;
  /** Of the one report. */
  number?: string;
  /** How many. */
  count: number;
  run: () => void;
}

/** For as long as the component stands: what it lets one decide, as it is when the palette is opened. */
export function useDecisionCommands(source: () => readonly DecisionCommand[]): void {
  const { words, finding } = useOfficeTexts();
  const { decide, decideMany } = finding.palette;
  useCommands(() =>
    source().map(({ action, number, count, run }) => {
      const name = words.actions[action];
      const label = number === undefined ? decideMany(name, count) : decide(name, number);
      return { id: `${action} ${number ?? ''}`, label, hint: actionKeys[action], run };
    }),
  );
}
