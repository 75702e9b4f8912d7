// What offices are still to be told of a backlog.
import type { Db } from '../connection/client.ts';

export interface Untold {
  officeId: string;
  /** It was past a limit when it came; otherwise: it came. */
  late: boolean;
}

/** Part of a statement: keeps the `untold` of `given` for one summary an office. Repeating it does nothing. */
export function keepUntold(db: Db) {
  return db`
    insert into backlog_untold (office_id, number, late)
    select u."officeId", given.number, u.late
    from given, jsonb_to_recordset(given.doc -> 'untold') as u("officeId" text, late boolean)
    on conflict do nothing`;
}

export interface BacklogSummary {
  officeId: string;
  /** Reports that came to this office, those of them that were late when they came, and late ones elsewhere below it. */
  came: number;
  late: number;
  lateBelow: number;
  /** Of the last one; tells one summary from the next. */
  last: Date;
}

/**
 * Takes what is untold to offices for which nothing was added for `quietSeconds`, or that wait for an hour. To be told
 * in the same transaction.
 */
export async function takeUntold(db: Db, quietSeconds: number): Promise<BacklogSummary[]> {
  return db<BacklogSummary[]>`
    with ripe as (
      select office_id from backlog_untold group by 1
      having max(at) < now() - make_interval(secs => ${quietSeconds}) or min(at) < now() - interval '1 hour'
    ), taken as (
      delete from backlog_untold u using ripe r where u.office_id = r.office_id returning u.*
    ), each as (
      select office_id, number, bool_or(late) as late, bool_or(not late) as came, max(at) as last
      from taken group by 1, 2
    )
    select office_id, count(*) filter (where came) as came, count(*) filter (where came and late) as late,
      count(*) filter (where late and not came) as late_below, max(last) as last
    from each group by 1`;
}
