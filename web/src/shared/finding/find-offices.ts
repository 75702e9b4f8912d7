// Finds offices as people write them: words in any order, parts of words, short forms; marks and capitals do not count.
import { shortFormCost } from './short-forms.ts';

interface Findable {
  id: string;
  name: string;
  parentId: string | null;
}

/** As texts are compared: small letters without marks, words apart by one blank. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const wordsOf = (text: string) => folded(text).split(' ');

/** What it costs that a word is among those, or undefined: whole 0, its beginning 1, within 4. */
function costAmong(sought: string, words: readonly string[]): number | undefined {
  if (words.includes(sought)) return 0;
  if (words.some((word) => word.startsWith(sought))) return 1;
  return sought.length > 1 && words.some((word) => word.includes(sought)) ? 4 : undefined;
}

/** More than anything that an office has by itself. */
const above = 20;

/**
 * Gives a function that finds those of `offices` that have all words, the nearest first, else in their own order. A word
 * may stand in the name or the code, be a short form of the name, or stand in the name of an office above (`all` has
 * them); one at least is of the office itself.
 */
export function officeFinder<T extends Findable>(
  offices: readonly T[],
  all: readonly Findable[] = offices,
): (words: string) => T[] {
  const byId = new Map(all.map((one) => [one.id, { parentId: one.parentId, words: wordsOf(one.name) }]));
  const wordsAbove = (id: string | null, seen = new Set<string>()): string[] => {
    const office = id === null || seen.has(id) ? undefined : byId.get(id);
    return office && id !== null ? [...office.words, ...wordsAbove(office.parentId, seen.add(id))] : [];
  };
  const known = offices.map((office) => ({
    office,
    own: wordsOf(office.name),
    code: wordsOf(office.id),
    above: wordsAbove(office.parentId),
  }));
  const ownCost = (sought: string, { own, code }: (typeof known)[number]) => {
    const costs = [costAmong(sought, own), costAmong(sought, code), undefined];
    // A short form begins with two letters at least, and is no number.
    if (costs[0] === undefined && /^\p{L}{2}/u.test(sought)) costs[2] = shortFormCost(sought, own);
    const found = costs.filter((cost) => cost !== undefined);
    return found.length > 0 ? Math.min(...found) : undefined;
  };
  return (words) => {
    const sought = wordsOf(words);
    if (sought[0] === '') return [...offices];
    const costs = known.flatMap((one, at) => {
      let sum = 0;
      let isOwn = false;
      for (const word of sought) {
        const own = ownCost(word, one);
        const cost = own ?? (costAmong(word, one.above) === undefined ? undefined : above);
        if (cost === undefined) return [];
        sum += cost;
        isOwn ||= own !== undefined;
      }
      return isOwn ? [{ office: one.office, sum, at }] : [];
    });
    return costs.toSorted((a, b) => a.sum - b.sum || a.at - b.at).map(({ office }) => office);
  };
}
