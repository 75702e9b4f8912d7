// Where the numbers of the ranking lead: lists of what an office and all below it hold, and the page of an office.
import { queryOf } from '../../api/client.ts';
import type { Summary } from '../../api/types.ts';
import { listPath, type ListFilter, type Scope } from '../filter/scope.ts';

/** So many rows at first, and on paper. */
export const shownFirst = 15;

type Brief = Summary['brief'];
export type Ranked = Brief['ranking'][number];

/** What the whole part holds; who sees all needs no office to be named. */
export function partPath(summary: Summary, scope: Scope, filter: ListFilter): string {
  const part = summary.officeId === null ? {} : { heldUnder: summary.brief.officeId };
  return listPath(scope, { ...part, ...filter });
}

/** What one of the ranking holds. */
export function rankedPath({ officeId, own }: Ranked, scope: Scope, filter: ListFilter): string {
  return listPath(scope, { ...(own ? { officeId } : { heldUnder: officeId }), ...filter });
}

export function officePath(officeId: string, { from, to }: Scope): string {
  return `/pengawasan/kantor/${encodeURIComponent(officeId)}${queryOf({ from, to })}`;
}
