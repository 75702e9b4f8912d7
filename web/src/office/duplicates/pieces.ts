// A text in pieces: what another one says too, and what only this one says.

interface Piece {
  words: string;
  /** The other has none of these words. */
  alone: boolean;
}

const wordsIn = (text: string) => text.toLocaleLowerCase('id').match(/[\p{L}\p{N}]+/gu) ?? [];

/** By words, whatever their order and capitals; a mark goes with the word before it, a space with neither. */
export function piecesOf(text: string, other: string): Piece[] {
  const known = new Set(wordsIn(other));
  const pieces: Piece[] = [];
  // Between two words that are marked it is; at the end of a marked part it is not.
  let space = '';
  const add = (words: string, alone: boolean) => {
    const last = pieces.at(-1);
    if (last?.alone === alone) last.words += words;
    else if (words) pieces.push({ words, alone });
  };
  for (const [part] of text.matchAll(/[\p{L}\p{N}]+[^\p{L}\p{N}\s]*|\s+|[^\p{L}\p{N}\s]+/gu)) {
    if (/^\s/.test(part)) {
      space = part;
      continue;
    }
    const [word] = wordsIn(part);
    const alone = word !== undefined && !known.has(word);
    add(space, alone && pieces.at(-1)?.alone === true);
    add(part, alone);
    space = '';
  }
  add(space, false);
  return pieces;
}
