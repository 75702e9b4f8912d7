// What a field for an office offers, in its order: before something is typed, and for what is typed.
import type { Office } from '../../../api/types.ts';

export interface Group {
  /** Names the group; `rest`: those that nothing is said of. */
  of: 'suggested' | 'recent' | 'rest';
  offices: readonly Office[];
}

/** More are in nobody's mind. */
const mostRecent = 5;

/**
 * For an empty field: those that the record suggests, those that the person chose of late, then all others; each once,
 * and only what may be chosen.
 */
export function groupsOf(
  offices: readonly Office[],
  suggested: readonly string[],
  recent: readonly string[],
): Group[] {
  const byId = new Map(offices.map((office) => [office.id, office]));
  const take = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const office = byId.get(id);
      byId.delete(id);
      return office ?? [];
    });
  const groups: Group[] = [
    { of: 'suggested', offices: take(suggested) },
    { of: 'recent', offices: take(recent).slice(0, mostRecent) },
  ];
  const first = new Set(groups.flatMap(({ offices: some }) => some));
  groups.push({ of: 'rest', offices: offices.filter((office) => !first.has(office)) });
  return groups.filter(({ offices: some }) => some.length > 0);
}

export interface Drawn extends Group {
  /** How many stand before it. */
  from: number;
}

/** The first so many of them, however they are grouped. */
export function firstOf(groups: readonly Group[], count: number): Drawn[] {
  let from = 0;
  return groups.flatMap((group) => {
    const offices = group.offices.slice(0, Math.max(0, count - from));
    const drawn = { ...group, offices, from };
    from += offices.length;
    return offices.length > 0 ? drawn : [];
  });
}
