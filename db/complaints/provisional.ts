// reading 30: which deadlines are provisional, as pieces of SQL: as `isProvisional` has it of a case.
import { publicZone } from '../../sop/offices.ts';
import type { Db, Piece } from '../connection/client.ts';

/** `seen`: the clock whose deadline people see. */
type Seen = 'seen' | 'firstResponse' | 'whole';

/** Whether the deadline of that clock of complaint `c` needs a year whose days are not decreed to this day. */
export function isProvisional(db: Db, seen: Seen) {
  const clock =
    seen === 'seen'
      ? db`coalesce(c.state #> '{clocks,completion}', c.state #> '{clocks,rejection}', c.state #> '{clocks,row}')`
      : db`c.state #> ${['clocks', seen]}::text[]`;
  return db`exists (select from (select ${clock} as clock) k where ${isProvisionalClock(db, db`k.clock`)})`;
}

/** The same of any clock, as JSON. */
export function isProvisionalClock(db: Db, clock: Piece) {
  return db`(${clock} ->> 'provisional')::boolean
    and ${needsDecree(db, db`${clock} #>> '{request,from}'`, db`${clock} ->> 'due'`)}`;
}

/** Whether a year from the one instant to the other has no decreed days. */
export function needsDecree(db: Db, from: Piece, to: Piece) {
  const year = (at: Piece) => db`extract(year from (${at})::timestamptz at time zone ${publicZone})::int`;
  return db`exists (
    select from generate_series(${year(from)}, ${year(to)}) as y
    where not exists (select from calendar_days d where d.date >= make_date(y, 1, 1) and d.date <= make_date(y, 12, 31)))`;
}
