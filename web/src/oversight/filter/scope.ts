// Which reports the figures count: kept in the address, so that it can be shared and gone back to.
import { useSearchParams } from 'wouter';
import { queryOf } from '../../api/client.ts';

export interface Scope {
  /** Days, `YYYY-MM-DD`; empty: unbounded. */
  from: string;
  to: string;
  /** Empty: all of my part. */
  officeId: string;
}

export function useScope(): [Scope, (next: Partial<Scope>) => void] {
  const [search, setSearch] = useSearchParams();
  const scope = {
    from: search.get('from') ?? '',
    to: search.get('to') ?? '',
    officeId: search.get('officeId') ?? '',
  };
  const change = (next: Partial<Scope>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(next)) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    });
  return [scope, change];
}

export interface ListFilter {
  status?: string;
  kind?: string;
  step?: number | string;
  /** The holder. */
  officeId?: string;
  overdue?: true;
  dueToday?: true;
  open?: true;
}

/** The list of the reports that a number counts. */
export function listPath({ from, to, officeId }: Scope, filter: ListFilter = {}): string {
  return `/kantor/laporan${queryOf({ from, to, under: officeId, ...filter })}`;
}

/** A file of the same reports. */
export function exportPath(file: string, scope: Scope): string {
  return `/v1/reports/${file}${queryOf({ ...scope })}`;
}
