// Looks along the chains of what was added to reports beside their procedure, and of who looked, as chain.ts does along the events.
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import type { Break } from './chain.ts';

export interface BrokenAddition extends Omit<Break, 'seq'> {
  of: 'reference' | 'rating' | 'consultation' | 'key change' | 'look' | 'finding';
  nth: number;
}

/** The first break by number and place, or undefined. The chain's end is held against the count that stands apart from it. */
export async function firstBrokenAddition(db: Db): Promise<BrokenAddition | undefined> {
  const [row] = await db<BrokenAddition[]>`
    with chain as (
      select 'reference' as of, r.number, r.nth, coalesce(lag(r.nth) over w, 0) as before, r.hash,
        reference_hash(lag(r.hash) over w, r) as computed
      from complaint_references r window w as (partition by r.number order by r.nth)
      union all
      select 'rating', r.number, r.nth, coalesce(lag(r.nth) over w, 0),
        -- A comment may be erased; while it stands it is what was written.
        case when k.text is null or r.comment_digest = sha256(k.salt || convert_to(k.text, 'UTF8')) then r.hash end,
        rating_hash(lag(r.hash) over w, r)
      from ratings r left join rating_comments k on k.number = r.number and k.nth = r.nth
      window w as (partition by r.number order by r.nth)
      union all
      select 'consultation', e.number, e.nth, coalesce(lag(e.nth) over w, 0), e.hash,
        consultation_event_hash(lag(e.hash) over w, e)
      from consultation_events e window w as (partition by e.number order by e.nth)
      union all
      select 'key change', k.number, k.nth, coalesce(lag(k.nth) over w, 0), k.hash,
        key_change_hash(lag(k.hash) over w, k)
      from key_changes k window w as (partition by k.number order by k.nth)
      union all
      select 'look', l.number, l.nth, coalesce(lag(l.nth) over w, 0), l.hash, look_hash(lag(l.hash) over w, l)
      from looks l window w as (partition by l.number order by l.nth)
      union all
      select 'finding', f.number, f.nth, coalesce(lag(f.nth) over w, 0), f.hash, finding_hash(lag(f.hash) over w, f)
      from findings f window w as (partition by f.number order by f.nth)
    ), ends as (
      select 'reference' as of, c.number, c.reference_count as count,
        (select coalesce(max(nth), 0) from complaint_references r where r.number = c.number) as nth
      from complaints c
      union all
      select 'rating', c.number, c.rating_count,
        (select coalesce(max(nth), 0) from ratings r where r.number = c.number)
      from complaints c
      union all
      select 'consultation', c.number, c.consultation_event_count,
        (select coalesce(max(nth), 0) from consultation_events e where e.number = c.number)
      from complaints c
      union all
      select 'key change', c.number, c.key_change_count,
        (select coalesce(max(nth), 0) from key_changes k where k.number = c.number)
      from complaints c
      union all
      select 'look', k.number, k.count, (select coalesce(max(nth), 0) from looks l where l.number = k.number)
      from look_counts k
      union all
      select 'finding', c.number, c.finding_count,
        (select coalesce(max(nth), 0) from findings f where f.number = c.number)
      from complaints c
    )
    select * from (
      select of, number, nth, case when before <> nth - 1 then 'missing' else 'changed' end as what
      from chain where before <> nth - 1 or hash is distinct from computed
      union all
      select of, number, nth, 'cut' as what from ends where nth < count
    ) breaks order by number, of, nth limit 1`;
  return row;
}

interface Additions {
  references: number;
  ratings: number;
  /** Events of questions to other offices. */
  consultations: number;
  /** Of access keys. */
  keyChanges: number;
  looks: number;
  /** Of viruses. */
  findings: number;
}

export async function countAdditions(db: Db): Promise<Additions> {
  return one(
    await db<Additions[]>`
      select (select count(*) from complaint_references) as "references", (select count(*) from ratings) as ratings,
        (select count(*) from consultation_events) as consultations, (select count(*) from key_changes) as key_changes,
        (select count(*) from looks) as looks, (select count(*) from findings) as findings`,
  );
}
