// reading 30: which deadlines of a report are provisional, as a piece of SQL: as `isProvisional` has it of a case.
import { publicZone } from '../../sop/offices.ts';
import type { Db } from '../connection/client.ts';

/** `seen`: the clock whose deadline people see. */
type Seen = 'seen' | 'firstResponse' | 'whole';

/** Whether the deadline of that clock of complaint `c` needs a year whose days are not decreed to this day. */
export function isProvisional(db: Db, seen: Seen) {
  const clock =
    seen === 'seen'
      ? db`coalesce(c.state #> '{clocks,completion}', c.state #> '{clocks,rejection}', c.state #> '{clocks,row}')`
      : db`c.state #> ${['clocks', seen]}::text[]`;
  const year = (at: ReturnType<typeof db>) =>
    db`extract(year from (${at})::timestamptz at time zone ${publicZone})::int`;
  return db`exists (
    select from (select ${clock} as clock) k,
      generate_series(${year(db`k.clock #>> '{request,from}'`)}, ${year(db`k.clock ->> 'due'`)}) as y
    where (k.clock ->> 'provisional')::boolean
      and not exists (select from calendar_days d where d.date >= make_date(y, 1, 1) and d.date <= make_date(y, 12, 31)))`;
}
