// What a notification is made of: our own lines, and apart from them what somebody said, so that nobody's text becomes a line of ours.
import type { Zone } from '../offices.ts';
import type { Language, Words } from '../texts/language.ts';
import { localTimeInWords } from '../time/local-time.ts';

/**
 * A line of ours, which may name a report; a list of such lines; or somebody's own words, of any shape, which nobody
 * translates. `en`: the same in English; what was kept before there was any lacks it.
 */
export type Part = { line: string; en?: string } | { list: string[]; en?: string[] } | { said: string };

type Given = Words | { list: readonly Words[] } | { said: string };

/** Somebody's words. */
export const said = (text: string): { said: string } => ({ said: text });

/** The parts, in order, and the same as one Indonesian text, apart by empty lines; what is empty or undefined is left out. */
export function told(...given: (Given | undefined)[]): { body: string; parts: Part[] } {
  const parts = given.flatMap((one) => (one ? [kept(one)] : [])).filter((part) => textOf(part, 'id') !== '');
  return { body: bodyIn(parts, 'id'), parts };
}

/** The parts as one text, apart by empty lines. */
export function bodyIn(parts: readonly Part[], language: Language): string {
  return parts.map((part) => textOf(part, language)).join('\n\n');
}

/** As it reads in that language, and nothing of the other one. */
export function partIn(part: Part, language: Language): Part {
  if ('said' in part) return part;
  if ('line' in part) return { line: language === 'en' ? (part.en ?? part.line) : part.line };
  return { list: language === 'en' ? (part.en ?? part.list) : part.list };
}

function kept(one: Given): Part {
  if ('said' in one) return one;
  if (!('list' in one)) return { line: one.id, en: one.en };
  return { list: one.list.map(({ id }) => id), en: one.list.map(({ en }) => en) };
}

function textOf(part: Part, language: Language): string {
  const one = partIn(part, language);
  if ('line' in one) return one.line;
  return 'list' in one ? one.list.map((item) => `- ${item}`).join('\n') : one.said;
}

/** reading 30: a deadline in Indonesian words, marked while its year is not decreed. */
export function dueWords(when: string, provisional: boolean): string {
  return provisional ? `${when} (sementara: hari libur tahun itu belum ditetapkan)` : when;
}

/** The same of `due` (ISO 8601), in `zone`. */
export function dueIn(due: string, zone: Zone, provisional: boolean): Words {
  const { id, en } = localTimeInWords(due, zone);
  const mark = ' (provisional: the holidays of that year are not decreed yet)';
  return { id: dueWords(id, provisional), en: provisional ? en + mark : en };
}
