// Where reports like one were answered in the end, and who sent them back: for the office that is to choose where it goes.
import type { Level } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { queriesOf } from './telling-words.ts';

interface Suggested {
  id: string;
  name: string;
  level: Level;
  /** How many of the reports alike were answered there or below it. */
  answered: number;
  /** How many of them it sent back to the office that chooses. */
  returned: number;
  /** Why, the last time. */
  reason: string | null;
}

export interface Suggestions {
  /** How many answered reports there are like this one, of those that count. */
  alike: number;
  items: Suggested[];
}

/** So many may be read, so many of these compared, and so many counted. */
const [readable, comparable, counted] = [2_000, 300, 20];
/** How many are suggested. */
const suggested = 5;
/** Characters of a reason. */
const reasonLength = 200;

/**
 * The offices directly below `officeId`, those first where most of the answered reports like this one were answered. Only
 * reports that the office itself had in hand count, also before it was joined by others (reading 27); `seesAll`: all.
 * What is read does not grow with the record.
 */
export async function officeSuggestions(
  db: Db,
  { number, officeId, seesAll }: { number: string; officeId: string; seesAll: boolean },
): Promise<Suggestions> {
  const queries = (await queriesOf(db, [number])).get(number);
  if (!queries) return { alike: 0, items: [] };
  const rows = await db<(Suggested & { alike: number })[]>`
    with recursive
    mine as (
      select id from offices where id = ${officeId}
      union select o.id from offices o join mine on o.successor_id = mine.id
    ),
    -- By the index of full text alone: materialized, so that no other way is thought of for the first few.
    found as materialized (
      select c.number, c.received_at from complaints c
      where c.search @@ ${queries.found}::tsquery and c.answer_office_id is not null and c.number <> ${number}
    ),
    near as (
      select f.number from (select * from found limit ${readable}) f
      where ${seesAll} or exists (
        select from complaint_parts p
        where p.office_id = any(array(select id from mine)) and p.received_at = f.received_at and p.number = f.number)
      limit ${comparable}
    ),
    alike as materialized (
      select c.number, c.answer_office_id
      from near join complaints c on c.number = near.number
        join complaints own on own.number = ${number}
      order by ts_rank(c.search, ${queries.ranked}::tsquery) + similarity(c.title, own.title)
        + case when c.category = own.category then 0.2 else 0 end desc, c.received_at desc
      limit ${counted}
    ),
    said as (
      select number, answer_office_id as office_id, null as reason, null::timestamptz as at, false as is_return from alike
      union all
      select e.number, e.from_office_id, left(e.reason, ${reasonLength}), e.at, true
      from alike join events e on e.number = alike.number
      where e.type = 'returned' and e.to_office_id in (select id from mine)
    ),
    -- Reading 27: what an office did is its successor's.
    up as (
      select distinct office_id as of, office_id as id from said
      union
      select up.of, above.id from up join offices o on o.id = up.id
        join offices above on above.id in (o.parent_id, o.successor_id)
    )
    select counted.alike, below.* from (select count(*)::int as alike from alike) counted left join lateral (
      select o.id, o.name, o.level,
        (count(distinct number) filter (where not is_return))::int as answered,
        (count(distinct number) filter (where is_return))::int as returned,
        (array_agg(reason order by at desc) filter (where is_return))[1] as reason
      from said join up on up.of = said.office_id join offices o on o.id = up.id
      where o.parent_id = ${officeId} and o.active and o.successor_id is null
      group by o.id order by answered desc, returned desc, o.name limit ${suggested}
    ) below on true order by answered desc, returned desc, name`;
  return {
    alike: rows[0]?.alike ?? 0,
    items: rows.filter(({ id }) => id !== null),
  };
}
