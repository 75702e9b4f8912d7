// A text in pieces: what another one says too, and what only this one says.

interface Piece {
  words: string;
  /** The other has none of these words. */
  alone: boolean;
}

const wordsIn = (text: string) => text.toLocaleLowerCase('id').match(/[\p{L}\p{N}]+/gu) ?? [];

/** By words, whatever their order and capitals; what stands between two words goes with the one before. */
export function piecesOf(text: string, other: string): Piece[] {
  const known = new Set(wordsIn(other));
  const pieces: Piece[] = [];
  for (const [part] of text.matchAll(/[\p{L}\p{N}]+[^\p{L}\p{N}]*|[^\p{L}\p{N}]+/gu)) {
    const [word] = wordsIn(part);
    const alone = word !== undefined && !known.has(word);
    const last = pieces.at(-1);
    if (last?.alone === alone) last.words += part;
    else pieces.push({ words: part, alone });
  }
  return pieces;
}
