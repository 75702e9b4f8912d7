// Reports, each once, however often they were late or returned, and by how a clock ended: what is counted, and the list of it.
import type { Db, Piece } from '../../connection/client.ts';

/** A query of `number`, `key` and the `offices` that it is about: late at a row, in all, by row, and by office. */
export function lateOnce(db: Db, wanted: Piece) {
  return db`
    select v.number, k.key, array_agg(v.office_id) as offices
    from visits v cross join lateral (values
      (array['all']), (array['step', v.step::text]), (array['office', v.office_id])) k (key)
    where v.number ${wanted} and v.office_id is not null and v.breached_at is not null group by v.number, k.key`;
}

/** A query of `number` and `key`: returned from an office to an office; '' for any. */
export function returnedOnce(db: Db, wanted: Piece) {
  return db`
    select distinct e.number, k.key
    from events e cross join lateral (values
      (array[e.from_office_id, e.to_office_id]), (array[e.from_office_id, '']), (array['', e.to_office_id]),
      (array['', ''])) k (key)
    where e.number ${wanted} and e.type = 'returned'`;
}

export interface WasLate {
  is: boolean;
  step?: number | undefined;
  officeId?: string | undefined;
}

/** A condition on complaint `c`: an office of the subtree under `top` (see `subtreeOf`) missed a row's limit; null: any. */
export function wasLate(db: Db, { is, step, officeId }: WasLate, top: string | null) {
  return db`c.number ${is ? db`in` : db`not in`} (
    select v.number from visits v
    where v.office_id is not null and v.breached_at is not null
      ${step === undefined ? db`` : db`and v.step = ${step}`}
      ${officeId === undefined ? db`` : db`and v.office_id = ${officeId}`}
      ${top === null ? db`` : db`and v.office_id in (select id from subtree)`})`;
}

export interface WasReturned {
  is: boolean;
  from?: string | undefined;
  to?: string | undefined;
}

/** A condition on complaint `c`. */
export function wasReturned(db: Db, { is, from, to }: WasReturned) {
  return db`c.number ${is ? db`in` : db`not in`} (
    select e.number from events e
    where e.type = 'returned' ${from === undefined ? db`` : db`and e.from_office_id = ${from}`}
      ${to === undefined ? db`` : db`and e.to_office_id = ${to}`})`;
}

/** respon awal and the whole (reading 13). */
export type WholeClock = 'firstResponse' | 'whole';

/** Conditions on complaint `c`: what the clock waits for has come. */
export function isMet(db: Db): Record<WholeClock, Piece> {
  return {
    firstResponse: db`(c.first_response_at is not null or c.answered_at is not null or c.ended_at is not null)`,
    whole: db`(c.status = 'answered' or c.ended_at is not null)`,
  };
}

/**
 * A condition on complaint `c`: the clock began and was met without a breach that stands, or it was breached, by an office
 * of the subtree under `top`; null: by whomever (reading 17).
 */
export function endedClock(db: Db, clock: WholeClock, within: boolean, top: string | null) {
  const begun = db`exists (
    select from events e, jsonb_path_query(e.data, '$.clocks[*].request') requested
    where e.number = c.number and requested ->> 'clock' = ${clock})`;
  const breach = db`select from breaches b where b.number = c.number and b.clock = ${clock}`;
  return within
    ? db`(${isMet(db)[clock]} and ${begun} and not exists (${breach}))`
    : db`(exists (${breach} ${top === null ? db`` : db`and b.charged in (select id from subtree)`}) and ${begun})`;
}
