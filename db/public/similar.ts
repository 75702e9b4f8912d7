// Public reports like what somebody is writing: found by the telling words of their public texts, compared letter by letter.
import type { Db } from '../connection/client.ts';
import { queriesOfText } from '../desk/telling-words.ts';
import { inRegister, type RegisterRow, rowsOf } from './register.ts';

/** So many may be read, and so many of these compared letter by letter, the newest of them. */
const [readable, comparable] = [500, 60];
const leastAlike = 0.25;
/** Of what is written, so many letters are looked at. */
const letters = 1_000;

/** The most alike first, three at most, of those that the register shows and that go on or ended lately. */
export async function similarInRegister(
  db: Db,
  { title, description }: { title: string; description: string },
): Promise<RegisterRow[]> {
  const text = `${title} ${description}`.slice(0, letters);
  const queries = await queriesOfText(db, { title, description: description.slice(0, letters) });
  if (!queries) return [];
  const alike = await db<{ number: string }[]>`
    with found as materialized (
      select c.number from complaints c where c.public_search @@ ${queries.found}::tsquery limit ${readable}
    ), near as materialized (
      select c.number, c.public_title, c.public_description from complaints c
      where c.number = any(array(select number from found)) and ${inRegister(db)}
        and (c.ended_at is null or c.ended_at > now() - interval '180 days')
      order by c.received_at desc limit ${comparable}
    ), measured as (
      select number, similarity(public_title || ' ' || left(public_description, ${letters}), ${text}) as similarity
      from near
    )
    select number from measured where similarity >= ${leastAlike} order by similarity desc, number limit 3`;
  const numbers = alike.map(({ number }) => number);
  const rows = await rowsOf(db, numbers);
  return rows.toSorted((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number));
}
