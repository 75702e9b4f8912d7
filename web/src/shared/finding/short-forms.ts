// Whether letters are a short form of words, as offices are called every day: kemenkes, ditjen, pemkab, bps.

/** They may be left out of a short form: BNN of nothing, but PUPR of Pekerjaan Umum dan Perumahan Rakyat. */
const small = new Set(['atau', 'dan', 'dari', 'dengan', 'di', 'ke', 'pada', 'serta', 'untuk', 'yang']);

/** A piece that goes on with the letters of a word in their order, the last of them the last. */
function isSqueezed(piece: string, word: string): boolean {
  let at = -1;
  for (const letter of piece) {
    at = word.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return piece.at(-1) === word.at(-1);
}

/**
 * What it costs that a piece stands for a word, or undefined when it cannot: its beginning 1, else from three letters on
 * a part of it 2, or its letters squeezed (dit: direktorat, gri: negeri) 3; these from two on where it begins and ends
 * alike (it: inspektorat).
 */
function costOf(piece: string, word: string): number | undefined {
  if (word.startsWith(piece)) return 1;
  if (piece.length > 2 && word.includes(piece)) return 2;
  const least = piece[0] === word[0] ? 2 : 3;
  return piece.length >= least && isSqueezed(piece, word) ? 3 : undefined;
}

/**
 * The least cost at which `short` is put together of two or more of the words in their order, or undefined. Small words
 * are passed over for nothing; letters from within a word never stand first before single letters (else `andi` were
 * Bandung Indah).
 */
export function shortFormCost(short: string, words: readonly string[]): number | undefined {
  const rest = (text: string, at: number, pieces: number, within: boolean): number | undefined => {
    if (text === '') return pieces > 1 ? 0 : undefined;
    const word = words[at];
    if (word === undefined) return undefined;
    let best = small.has(word) && pieces > 0 ? rest(text, at + 1, pieces, within) : undefined;
    for (let length = 1; length <= text.length; length += 1) {
      const piece = text.slice(0, length);
      const cost = costOf(piece, word);
      if (cost === undefined || (within && length === 1)) continue;
      const isWithin = within || (pieces === 0 && piece[0] !== word[0]);
      const others = rest(text.slice(length), at + 1, pieces + 1, isWithin);
      if (others !== undefined && (best === undefined || cost + others < best)) best = cost + others;
    }
    return best;
  };
  const costs = words.flatMap((_, at) => rest(short, at, 0, false) ?? []);
  return costs.length > 0 ? Math.min(...costs) : undefined;
}
