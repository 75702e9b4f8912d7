// What is wrong with a field, in both languages: in Indonesian as zod has it, and the English beside it in zod's issue.
import { z } from 'zod';
import { textFaultsInEnglish } from '../../sop/texts/en/text-faults.ts';
import type { Words } from '../../sop/texts/language.ts';
import { type TextFault, textFaults } from '../../sop/texts/text.ts';

const indonesian = z.locales.id().localeError;
const english = z.locales.en().localeError;

/** Whoever makes an issue is asked for its words before it is whole; what is added to it then, stays. */
function beside(issue: object, words: string | undefined): void {
  Object.assign(issue, { english: words });
}

// Of whatever no schema has words of its own for.
z.config({
  localeError: (issue) => {
    const words = english(issue);
    beside(issue, typeof words === 'string' ? words : words?.message);
    return indonesian(issue);
  },
});

/** In the place of a message of zod's: `.refine(isDate, wrong({ id: …, en: … }))`. */
export function wrong({ id, en }: Words) {
  return {
    error: (issue: object): string => {
      beside(issue, en);
      return id;
    },
  };
}

/** For `addIssue`: what is wrong with a text that is written. */
export function wrongText(fault: TextFault) {
  return { code: 'custom' as const, message: textFaults[fault], english: textFaultsInEnglish[fault] };
}

/** Both, of an issue of zod's; as often as it has no English, the Indonesian. */
export function wordsOfIssue(message: string, issue: unknown): Words {
  const { english: en } = Object(issue) as { english?: unknown };
  return { id: message, en: typeof en === 'string' ? en : message };
}

/** Of a change that changes nothing. */
export const nothingChanged = wrong({ id: 'Tidak ada yang diubah', en: 'Nothing is changed' });

/** Of a code that ops give an office or a category. */
export const oddCode = wrong({
  id: 'Hanya huruf kecil, angka, dan tanda hubung',
  en: 'Small letters, digits and hyphens only',
});
