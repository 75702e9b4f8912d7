// reading 30: which deadlines on record, of a line or a visit, are provisional; it has the instants alone.
import { isProvisionalClock, needsDecree } from '../complaints/provisional.ts';
import type { Db } from '../connection/client.ts';

/** Whether a deadline of that report needs a year whose days are not decreed to this day. Dates, or RFC 3339. */
export type IsProvisional = (number: string, due: Date | string | null) => boolean;

/** Of these reports, by every clock that was ever reckoned for one and every question that it was asked about. */
export async function provisionalDues(db: Db, numbers: readonly string[]): Promise<IsProvisional> {
  const some = numbers as string[];
  const rows = await db<{ number: string; due: Date }[]>`
    select e.number, (k.clock ->> 'due')::timestamptz as due
    from events e cross join lateral jsonb_array_elements(e.data -> 'clocks') k(clock)
    where e.number = any(${some}) and ${isProvisionalClock(db, db`k.clock`)}
    union
    select e.number, e.deadline
    from consultation_events e join consultations k on k.id = e.consultation_id
    where e.number = any(${some}) and (k.time_limit ? 'workingDays' or k.time_limit ? 'officeMinutes')
      and ${needsDecree(db, db`k.asked_at`, db`e.deadline`)}`;
  const keyOf = (number: string, due: Date | string) => `${number} ${new Date(due).getTime()}`;
  const known = new Set(rows.map(({ number, due }) => keyOf(number, due)));
  return (number, due) => due !== null && known.has(keyOf(number, due));
}
