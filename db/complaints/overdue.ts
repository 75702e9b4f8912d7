// What an office that holds complaint `c` is late with, or must finish today. A stopped clock is neither.
import type { Db } from '../connection/client.ts';

/** The order of an inbox: when complaint `c` is due; what has no deadline comes last. As the index has it (migration 0050). */
export function dueOf(db: Db) {
  return db`coalesce(c.deadline, 'infinity')`;
}

/** The row's limit has passed and an office still holds the report. */
export function isOverdue(db: Db) {
  return db`(${dueOf(db)} < now() and c.holder_id is not null and c.status <> 'awaiting-completion')`;
}

/** Its holder has been warned, and the limit has not passed. */
export function isSoon(db: Db) {
  return db`(c.warn_at <= now() and ${dueOf(db)} >= now() and c.holder_id is not null and c.status <> 'awaiting-completion')`;
}

/** The row's limit ends later today, in the zone of its holder `h`. */
export function isDueToday(db: Db) {
  return db`(${dueOf(db)} >= now() and ${dueOf(db)} < now() + interval '1 day' and c.status <> 'awaiting-completion'
    and (c.deadline at time zone h.time_zone)::date = (now() at time zone h.time_zone)::date)`;
}
