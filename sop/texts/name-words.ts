// Where a folded text says a person's name, word by word, also joined, spaced, doubled or with an ending.
import { namePartsOf } from './name-parts.ts';

/** A word of a folded text, and how many parts of the name it says; none: another word. */
export interface Word {
  from: number;
  to: number;
  text: string;
  parts: number;
}

/** What marks letters in the middle of a word: `S*i*ti`, `S<b>i</b>ti`, `siti_rahma`. */
const markup = '(?:[*_~]{1,2}|</?[a-z]{1,8}>)';
const marked = new RegExp(`(?<!\\p{L})\\p{L}+(?:${markup}\\p{L}+)+`, 'gu');
const spaced = /(?<!\p{L})\p{L}(?:[ .*_-]{1,2}\p{L}(?!\p{L})){2,}/gu;
const plain = /\p{L}+/gu;
const ending = /(?:s|(?:nya|ku|mu)?(?:lah|kah|pun|tah)?)$/u;

/** Every word of `text`; of those that overlap, what says the name. */
export function wordsIn(text: string, name: string): Word[] {
  const parts = namePartsOf(name).map(collapsed);
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => {
      const letters = word.replace(new RegExp(`${markup}|[^\\p{L}]`, 'gu'), '');
      return { from: index, to: index + word.length, text: letters, parts: partsOf(letters, parts) };
    });
  const hidden = [...found(marked), ...found(spaced)].filter(({ parts: count }) => count > 0);
  const rest = found(plain).filter(({ from, to }) => !hidden.some((one) => one.from < to && from < one.to));
  return [...hidden, ...rest].toSorted((a, b) => a.from - b.from);
}

/** How many parts of the name the word is made of, an ending apart; 0 when it is made of anything else. */
function partsOf(word: string, parts: string[]): number {
  const cuts = new Set([
    word,
    word.replace(ending, ''),
    word.replace(/(?:nya|ku|mu|lah|kah|pun|tah|s)$/u, ''),
  ]);
  return Math.max(...[...cuts].map((cut) => joinedOf(collapsed(cut), parts)));
}

/** Parts that make up the word one after the other, where two equal letters that meet may be one. */
function joinedOf(word: string, parts: string[]): number {
  // At each place, how many parts end there.
  const counts: number[] = [0];
  for (let end = 1; end <= word.length; end += 1) {
    counts[end] = -1;
    for (const part of parts) {
      const start = end - part.length;
      if (!word.startsWith(part, start)) continue;
      const before = Math.max(counts[start] ?? -1, start > 0 ? (counts[start + 1] ?? -1) : -1);
      if (before >= 0) counts[end] = Math.max(counts[end] ?? -1, before + 1);
    }
  }
  return Math.max(0, counts[word.length] ?? 0);
}

/** `Annissa` and `Anisa` are one. */
function collapsed(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}
