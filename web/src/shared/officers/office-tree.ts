// The office tree, read from the list that the API gives: each office after the one above it.
import { type Level, levels } from '../../../../sop/terms.ts';
import type { Office } from '../../api/types.ts';
import { officeFinder } from '../finding/find-offices.ts';

type Placed = Pick<Office, 'id' | 'level' | 'parentId'>;

/** How far below the national door, from 0. */
export function depthOf({ level }: { level: Level }): number {
  return levels.indexOf(level);
}

/** The office and all below it, in the same order. */
export function partUnder<T extends Placed>(offices: readonly T[], top: string): T[] {
  const inside = new Set([top]);
  return offices.filter(({ id, parentId }) => {
    if (parentId !== null && inside.has(parentId)) inside.add(id);
    return inside.has(id);
  });
}

/** The office with all above it, itself first. */
export function chainAbove<T extends Placed>(offices: readonly T[], id: string): T[] {
  const chain: T[] = [];
  for (let at: string | null | undefined = id; at; at = chain.at(-1)?.parentId) {
    const office = offices.find((one) => one.id === at);
    if (!office || chain.includes(office)) break;
    chain.push(office);
  }
  return chain;
}

/** The offices that are found by the words (see `officeFinder`), each with all above it, in their own order. */
export function matching<T extends Placed & { name: string }>(offices: readonly T[], words: string): T[] {
  if (words === '') return [...offices];
  const kept = new Set(officeFinder(offices)(words).flatMap(({ id }) => chainAbove(offices, id)));
  return offices.filter((office) => kept.has(office));
}
