// The tree of categories: where one may stand, whose reports are usually whose, and how many are below.
import type { Category } from '../../db/categories/categories.ts';
import type { KeptOffice } from '../../db/offices/offices.ts';
import type { Words } from '../../sop/texts/language.ts';

/** More levels than this nobody finds anything in. */
const deepest = 4;

type Tree = readonly Pick<Category, 'code' | 'parent'>[];

/** The codes above it, the nearest first. */
function above(tree: Tree, code: string): string[] {
  const parent = tree.find((one) => one.code === code)?.parent;
  return parent ? [parent, ...above(tree, parent)] : [];
}

/** How many levels it and what is below it take. */
function heightOf(tree: Tree, code: string): number {
  const below = tree.filter(({ parent }) => parent === code);
  return 1 + Math.max(0, ...below.map((one) => heightOf(tree, one.code)));
}

/** Why it may not stand below that one; `code` is undefined of a new one. */
export function placeFault(tree: Tree, code: string | undefined, parent: string | null): Words | undefined {
  if (parent === null) return undefined;
  if (!tree.some((one) => one.code === parent))
    return { id: 'Bukan kategori yang dikenal', en: 'Not a category that is known' };
  const around = [parent, ...above(tree, parent)];
  if (code !== undefined && around.includes(code))
    return { id: 'Tidak dapat berada di bawah dirinya sendiri', en: 'It cannot stand below itself' };
  const height = code === undefined ? 1 : heightOf(tree, code);
  return around.length + height > deepest
    ? { id: `Paling banyak ${deepest} tingkat`, en: `At most ${deepest} levels` }
    : undefined;
}

/** By code: the agency that takes its reports, its own or of the nearest above; an ended one's successor (reading 27). */
export function usualAgencies(
  tree: readonly Category[],
  offices: readonly KeptOffice[],
): Map<string, { id: string; name: string } | null> {
  const byId = new Map(offices.map((office) => [office.id, office]));
  const standing = (id: string | null, seen = new Set<string>()): KeptOffice | undefined => {
    const office = id === null || seen.has(id) ? undefined : byId.get(id);
    if (office?.successorId) return standing(office.successorId, seen.add(office.id));
    return office?.active && office.level === 'agency' && office.officers > 0 ? office : undefined;
  };
  const byCode = new Map(tree.map((one) => [one.code, one]));
  return new Map(
    tree.map(({ code }) => {
      const nearest = [code, ...above(tree, code)].find((one) => byCode.get(one)?.agencyId);
      const office = standing((nearest && byCode.get(nearest)?.agencyId) ?? null);
      return [code, office ? { id: office.id, name: office.name } : null];
    }),
  );
}

export interface BranchCount {
  code: string;
  parent: string | null;
  name: string;
  /** How its own reports say it: also what it was called before. */
  words: string[];
  /** Of the category itself, and with all below it. */
  own: number;
  total: number;
}

/** Of counts by the words of reports (`codes`: by names in small letters): every category with something in it. */
export function branchCounts(
  tree: readonly Pick<Category, 'code' | 'parent' | 'name'>[],
  codes: ReadonlyMap<string, string>,
  counts: Readonly<Record<string, number>>,
): BranchCount[] {
  const branches = new Map(
    tree.map(({ code, parent, name }) => [
      code,
      { code, parent, name, words: [] as string[], own: 0, total: 0 },
    ]),
  );
  for (const [words, count] of Object.entries(counts)) {
    const code = codes.get(words.toLowerCase());
    const branch = code === undefined ? undefined : branches.get(code);
    if (!branch) continue;
    branch.words.push(words);
    branch.own += count;
    for (const one of [branch.code, ...above(tree, branch.code)]) {
      const around = branches.get(one);
      if (around) around.total += count;
    }
  }
  return [...branches.values()].filter(({ total }) => total > 0);
}
