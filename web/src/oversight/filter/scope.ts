// Which reports the figures count: kept in the address, so that it can be shared and gone back to.
import { queryOf } from '../../api/client.ts';
import { useAddress } from '../../shared/state/address.ts';

export interface Scope {
  /** Days, `YYYY-MM-DD`; empty: unbounded. */
  from: string;
  to: string;
  /** Empty: all of my part. */
  officeId: string;
}

const names: (keyof Scope)[] = ['from', 'to', 'officeId'];

export function useScope(): [Scope, (next: Partial<Scope>) => void] {
  const { values, change } = useAddress(names, 'step');
  return [{ from: '', to: '', officeId: '', ...values }, change];
}

export interface ListFilter {
  status?: string;
  kind?: string;
  /** With all below it. */
  category?: string;
  step?: number | string;
  /** The holder. */
  officeId?: string;
  /** The holder is that office or one below it. */
  heldUnder?: string;
  /** An ISO week in which the part was late. */
  lateIn?: string;
  overdue?: true;
  dueToday?: true;
  open?: true;
  rated?: true;
  score?: string;
  /** Whose answer was rated. */
  ratedFor?: string;
  /** What happened beyond the straight way, and at which office. */
  beyond?: string;
  beyondFor?: string;
  /** Late at a row, at which, at which office. */
  wasLate?: true;
  lateStep?: number | string;
  lateOffice?: string;
  /** A clock that ended, met or missed. */
  clock?: 'firstResponse' | 'whole';
  clockMet?: boolean;
  /** Returned by an office to an office. */
  returned?: true;
  returnedFrom?: string | undefined;
  returnedTo?: string | undefined;
  /** ISO weeks or months. */
  receivedIn?: string;
  answeredIn?: string;
  endedIn?: string;
  channel?: string;
  closedBy?: string;
}

/** The list of the reports that a number counts. */
export function listPath({ from, to, officeId }: Scope, filter: ListFilter = {}): string {
  return `/kantor/laporan${queryOf({ from, to, under: officeId, ...filter })}`;
}

/** A file of the same reports. */
export function exportPath(file: string, scope: Scope): string {
  return `/v1/reports/${file}${queryOf({ ...scope })}`;
}
