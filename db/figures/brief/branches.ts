// The offices directly below one, each with all that is under it: what a superior ranks.
import type { Office } from '../../../sop/offices.ts';

export interface PlacedOffice extends Pick<Office, 'id' | 'name' | 'level' | 'parentId'> {
  active: boolean;
  /** reading 27: what it had is this one's. */
  successorId: string | null;
}

export interface Branch {
  office: PlacedOffice;
  /** The one at the top by itself, without what is below it. */
  own: boolean;
  /** Whose reports it answers for. */
  ids: ReadonlySet<string>;
  /** Whether it can be gone down into. */
  hasBelow: boolean;
}

/**
 * Of the office at the top, and of each directly below it; empty when there is no such office. Null: the national one.
 * One that joined another of them is with that one.
 */
export function branchesUnder(tree: readonly PlacedOffice[], top: string | null): Branch[] {
  const root = tree.find(({ id, parentId }) => (top === null ? parentId === null : id === top));
  if (!root) return [];
  const below = new Map<string, PlacedOffice[]>();
  for (const office of tree) {
    for (const above of [office.parentId, office.successorId]) {
      if (above !== null) below.set(above, [...(below.get(above) ?? []), office]);
    }
  }
  const under = (id: string): Set<string> => {
    const ids = new Set([id]);
    // What is added on the way is walked too.
    for (const one of ids) for (const office of below.get(one) ?? []) ids.add(office.id);
    return ids;
  };
  const part = under(root.id);
  const children = tree.filter(
    ({ parentId, successorId }) => parentId === root.id && (successorId === null || !part.has(successorId)),
  );
  return [
    { office: root, own: true, ids: new Set([root.id]), hasBelow: false },
    ...children.map((office) => ({
      office,
      own: false,
      ids: under(office.id),
      hasBelow: tree.some(({ active, parentId }) => active && parentId === office.id),
    })),
  ];
}
