// The limits of the procedure, as they begin a line.
import { type ClockName, clockNames, clockTerms } from '../../../../sop/terms.ts';

const atTheBeginning = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const clocks = Object.fromEntries(
  clockNames.map((name) => [name, atTheBeginning(clockTerms[name])]),
) as Record<ClockName, string>;
