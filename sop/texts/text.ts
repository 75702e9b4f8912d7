// reading 32: what people write, as it is kept: one form of each letter, lines where lines may be, nothing that hides.
import { isStorable } from './storable.ts';

/** Why a text is not taken. */
export type TextFault = 'line-break' | 'hidden' | 'unstorable' | 'no-letter';

/** In Indonesian, as it is said of a field. */
export const textFaults: Record<TextFault, string> = {
  'line-break': 'Harus satu baris',
  hidden: 'Mengandung karakter yang tidak terlihat atau yang membalik arah tulisan; ketik ulang bagian itu',
  unstorable: 'Teks mengandung karakter yang tidak dapat disimpan',
  'no-letter': 'Harus memuat huruf atau angka',
};

const breaks = new RegExp(String.raw`\r\n?|[\n\v\f\u0085\u2028\u2029]`, 'gu');

/** Scripts whose letters a joiner shapes. */
const joining =
  'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Bali Java Sund'.replace(
    /(\w+) ?/g,
    String.raw`\p{scx=$1}`,
  );
/** Direction marks, zero widths, fillers, tags and their like; blank Braille; anchors. */
const veil = String.raw`[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFC]`;
/**
 * What cannot be seen but belongs to what is: a joiner between the parts of an emoji or after a letter of such a script,
 * one variation selector after a sign.
 */
const belonging = [
  String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=[${joining}])(?<!${veil})[\u200C\u200D]`,
  String.raw`(?<=[\p{L}\p{N}\p{P}\p{S}])(?<!${veil})[\uFE00-\uFE0F]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
].join('|');
const hidden = String.raw`${veil}|[^\P{Cc}\t\n]`;
const unseen = new RegExp(`(${belonging})|${hidden}`, 'gu');
/** What comes along with copied text and changes nothing that is read. */
const harmless = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202C\u2060\u2066-\u2069\uFEFF]/gu;

/** As one line is kept: NFC (so that equal names are equal), any run of blanks and tabs one space, none at the ends. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
}

/** As a text of several lines is kept: NFC, `\n` for every break, without what copying brought along unseen. */
export function manyLines(text: string): string {
  return text.replace(harmless, '').normalize('NFC').replace(breaks, '\n').trim();
}

/** Of a text of several lines, after `manyLines`. */
export function textFault(text: string): TextFault | undefined {
  if (!isStorable(text)) return 'unstorable';
  return [...text.matchAll(unseen)].some(([, belongs]) => belongs === undefined) ? 'hidden' : undefined;
}

/** Of a name or another single line, after `oneLine`. */
export function lineFault(text: string): TextFault | undefined {
  return text.search(breaks) >= 0 ? 'line-break' : textFault(text);
}

/** Of a title, after `oneLine`. */
export function titleFault(text: string): TextFault | undefined {
  return lineFault(text) ?? (/[\p{L}\p{N}]/u.test(text) ? undefined : 'no-letter');
}

/** How many letters a text has: marks, digits and spaces are none. */
export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Of words to look for, which nobody else gets to see. */
export function soughtFault(text: string): TextFault | undefined {
  return !isStorable(text) ? 'unstorable' : undefined;
}

/** One line of it without anything unseen: for names that machines give, such as those of files. */
export function seenOnly(text: string): string {
  const line = text.replace(breaks, '').replace(/\p{Surrogate}/gu, '');
  return oneLine(line.replace(unseen, (_, belongs: string | undefined) => belongs ?? ''));
}
