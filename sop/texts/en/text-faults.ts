// Why a text is not taken, in English.
import type { TextFault } from '../text.ts';

export const textFaultsInEnglish: Record<TextFault, string> = {
  'line-break': 'One line only',
  hidden: 'Holds a character that cannot be seen or that turns the writing round; type that part again',
  unstorable: 'Holds a character that cannot be stored',
  'no-letter': 'Needs a letter or a digit',
};
