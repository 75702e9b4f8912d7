// What a report may be about: which categories are offered, as a tree, and which of them words find.
import type { Category } from '../../api/types.ts';

type Findable = Pick<Category, 'code' | 'parent' | 'name' | 'nameEn' | 'examples' | 'ended'>;

export type Offered<T extends Findable> = T & { depth: number; around: string };

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those that have not ended, nor stand below one that has; in the order in which they came. `around`: the names above. */
export function offered<T extends Findable>(all: readonly T[]): Offered<T>[] {
  const byCode = new Map<string, Offered<T>>();
  for (const one of all) {
    const parent = one.parent === null ? undefined : byCode.get(one.parent);
    if (one.ended || (one.parent !== null && !parent)) continue;
    const around = parent ? [parent.around, parent.name].filter(Boolean).join(' › ') : '';
    byCode.set(one.code, { ...one, depth: parent ? parent.depth + 1 : 0, around });
  }
  return [...byCode.values()];
}

/** Those that have every word, or its beginning, in name, examples, or a name above; named so first. */
export function findCategories<T extends Findable>(all: readonly Offered<T>[], words: string): Offered<T>[] {
  const sought = folded(words).split(' ').filter(Boolean);
  if (sought.length === 0) return [...all];
  const has = (text: string | null) => {
    const own = folded(text ?? '').split(' ');
    return (word: string) => own.some((other) => other.startsWith(word));
  };
  const found = all.flatMap((one, at) => {
    const isNamed = has(`${one.name} ${one.nameEn ?? ''}`);
    const isSaid = has(`${one.examples ?? ''} ${one.around}`);
    if (!sought.every((word) => isNamed(word) || isSaid(word))) return [];
    return [{ one, at, cost: sought.filter((word) => !isNamed(word)).length }];
  });
  return found.toSorted((a, b) => a.cost - b.cost || a.at - b.at).map(({ one }) => one);
}

/** The one of that name or code, whatever its capitals. */
export function categoryNamed<T extends Findable>(all: readonly T[], words: string): T | undefined {
  const sought = words.trim().toLowerCase();
  return all.find(({ name, code }) => name.toLowerCase() === sought || code === sought);
}
