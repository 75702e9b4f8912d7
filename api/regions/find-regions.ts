// Finds regions as people write them: words in any order, parts of words, with or without what kind of place it is.
import { wordsOf } from './fold.ts';
import { kindOf, type Region, regionNamed } from './region-names.ts';
import { codeAbove, type Regions, regions } from './read-regions.ts';

/**
 * What a word costs: of the region itself whole, or as a beginning; of a region around it likewise. And each level down,
 * and each word more than was sought.
 */
const costs = { whole: 0, begins: 2, around: 3, beginsAround: 4, level: 0.6, more: 0.01 };
/** A shorter word begins too many villages' names to say anything. */
const shortestOfVillage = 3;

interface Known {
  code: string;
  bare: string;
  /** Its name's, folded; and those of what kind of place it is. */
  own: readonly string[];
  kind: readonly string[];
}

const known = (code: string, bare: string): Known => ({
  code,
  bare,
  own: wordsOf(bare),
  kind: wordsOf(kindOf(code)),
});

let kept: ReadonlyMap<string, Known> | undefined;

/** Provinces, regencies and districts. */
function larger(all: Regions): ReadonlyMap<string, Known> {
  kept ??= new Map([...all.names].map(([code, name]) => [code, known(code, name)]));
  return kept;
}

/** Whole regencies are called by it: `Kota Bandung`, `Kabupaten Bandung`. It alone finds none. */
const generic = new Set(['kota', 'kabupaten']);

/** How well it fits, or undefined where a word fits nowhere, or none to its own name. `around`: words, asked for at need. */
function costOf(
  { code, own, kind }: Known,
  sought: readonly string[],
  around: () => string[],
): number | undefined {
  const begins = (words: readonly string[], word: string) => words.some((other) => other.startsWith(word));
  const isOwn = (word: string) => own.some((other) => other.startsWith(word) && !generic.has(other));
  if (!sought.some(isOwn)) return undefined;
  let sum = costs.level * code.split('.').length + costs.more * Math.max(0, own.length - sought.length);
  let others: string[] | undefined;
  for (const word of sought) {
    if (own.includes(word) || begins(kind, word)) sum += costs.whole;
    else if (begins(own, word)) sum += costs.begins;
    else {
      others ??= around();
      if (others.includes(word)) sum += costs.around;
      else if (begins(others, word)) sum += costs.beginsAround;
      else return undefined;
    }
  }
  return sum;
}

/** The nearest first, a larger region before a smaller one; `within`: only inside that one. At most `most`. */
export function findRegions(text: string, most: number, within = ''): Region[] {
  const sought = wordsOf(text);
  if (sought.length === 0) return [];
  const all = regions();
  const large = larger(all);
  const around = (code: string): string[] => {
    const above = codeAbove(code);
    const one = above === null ? undefined : large.get(above);
    return one && above !== null ? [...one.own, ...one.kind, ...around(above)] : [];
  };
  const lines = sought
    .filter((word) => word.length >= shortestOfVillage)
    .flatMap((word) => all.villages.withWord(word));
  const villages = [...new Set(lines)].map((line) => known(all.villages.code(line), all.villages.name(line)));
  const found = [...large.values(), ...villages].flatMap((one) => {
    const inside = within === '' || one.code.startsWith(`${within}.`);
    const cost = inside ? costOf(one, sought, () => around(one.code)) : undefined;
    return cost === undefined ? [] : [{ one, cost }];
  });
  return found
    .toSorted((a, b) => a.cost - b.cost || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => regionNamed(all, one.code, one.bare));
}
