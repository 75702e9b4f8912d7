// Reports by week in which an office in view had a stay of theirs end, or be late, recounted from the visits.
import type { Db } from '../../../db/connection/client.ts';
import { subtreeOf } from '../../../db/complaints/involved.ts';
import { publicZone } from '../../../sop/offices.ts';

/** `2026-W48 handled late`, by week, of all weeks. */
export async function recountedWeeks(db: Db, officeId: string | null): Promise<string[]> {
  const rows = await db<{ line: string }[]>`
    with ${subtreeOf(db, officeId)}, marks as (
      select v.number, to_char(m.at at time zone ${publicZone}, 'IYYY"-W"IW') as week, m.late
      from visits v cross join lateral (values (v.ended_at, false), (v.breached_at, true)) m (at, late)
      where m.at is not null and v.office_id is not null
        and (${officeId}::text is null or v.office_id in (select id from subtree))
    )
    select week || ' ' || count(distinct number) || ' '
      || count(distinct number) filter (where late) as line
    from marks group by week order by 1`;
  return rows.map(({ line }) => line);
}
