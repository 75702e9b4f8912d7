// How a question to another office stands with its own limit (reading 24).
import type { Consultation } from '../../api/types.ts';

type Timed = Pick<Consultation, 'status' | 'overdue' | 'warnAt'>;

/** `soon` once both offices have been warned. */
export function standingOfQuestion({
  status,
  overdue,
  warnAt,
}: Timed): Consultation['status'] | 'late' | 'soon' {
  if (status !== 'open') return status;
  if (overdue) return 'late';
  return Date.parse(warnAt) <= Date.now() ? 'soon' : 'open';
}
