// Looks along the hash chains for the first place where the record is not as it was written.
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface Break {
  number: string;
  seq: number;
  /** `changed`: the event is not what was hashed. `missing`: an event before it is gone. `cut`: events after it are gone. */
  what: 'changed' | 'missing' | 'cut';
}

/** The first break by number and seq, or undefined. The chain's end is held against the complaint's own row. */
export async function firstBreak(db: Db): Promise<Break | undefined> {
  const [row] = await db<Break[]>`
    with chain as (
      select e.number, e.seq, e.hash,
        event_hash(lag(e.hash) over w, e) as computed,
        coalesce(lag(e.seq) over w, 0) as before,
        lead(e.seq) over w as after
      from events e window w as (partition by e.number order by e.seq)
    )
    select * from (
      select number, seq, case when before <> seq - 1 then 'missing' else 'changed' end as what
      from chain where before <> seq - 1 or hash <> computed
      union all
      select c.number, coalesce(max(e.seq), 0) as seq, 'cut' as what
      from complaints c left join events e on e.number = c.number
      group by c.number, c.seq having coalesce(max(e.seq), 0) < c.seq
    ) breaks order by number, seq limit 1`;
  return row;
}

export async function countRecord(db: Db): Promise<{ events: number; complaints: number }> {
  const rows = await db<{ events: number; complaints: number }[]>`
    select count(*) as events, count(distinct number) as complaints from events`;
  return one(rows);
}
