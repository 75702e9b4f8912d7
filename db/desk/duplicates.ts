// Reports that may be the same as another.
import type { Kind, Status } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { involves, subtreeOf } from '../complaints/involved.ts';
import { queriesOf } from './telling-words.ts';

export interface Likely {
  number: string;
  kind: Kind;
  title: string;
  status: Status;
  receivedAt: Date;
  holderId: string | null;
  /** Trigram similarity of title and text, 0 to 1. */
  similarity: number;
}

/** Of which report it is the like. */
interface LikelyOf extends Likely {
  of: string;
}

/** So many may be read for a report, and so many of these compared letter by letter, the newest of them. */
const [readable, comparable] = [2_000, 200];

/**
 * Reports like this one among those that the reader may see, the most alike first, ten at most. Full text leads to them:
 * letters alone are alike in nearly all.
 */
export async function likelyDuplicates(
  db: Db,
  number: string,
  viewerOfficeId: string | null,
): Promise<Likely[]> {
  const found = await alikeTo(db, [number], viewerOfficeId, { least: 0.3, each: 10 });
  return asked(found, 'of', number).map((one) => {
    const { of: _, ...likely } = one;
    return likely;
  });
}

/**
 * For each of these reports the one that is most like it, as `likelyDuplicates` has it, where they are so alike that it
 * is worth a mark in a list. Of reports that the reader may not see there is none.
 */
export async function bestDuplicates(
  db: Db,
  numbers: readonly string[],
  viewerOfficeId: string | null,
): Promise<LikelyOf[]> {
  const wanted = new Set(numbers);
  const found = await alikeTo(db, numbers, viewerOfficeId, { least: 0.5, each: 1 });
  return found.filter(({ of }) => wanted.has(of));
}

async function alikeTo(
  db: Db,
  numbers: readonly string[],
  viewerOfficeId: string | null,
  { least, each }: { least: number; each: number },
): Promise<LikelyOf[]> {
  const queries = [...(await queriesOf(db, numbers))];
  if (queries.length === 0) return [];
  const text = db`(c.title || ' ' || left(c.description, 1000))`;
  return db<LikelyOf[]>`
    with ${subtreeOf(db, viewerOfficeId)},
    own as materialized (
      select c.number, q.found::tsquery as found, ${text} as text
      from unnest(${queries.map(([number]) => number)}::text[], ${queries.map(([, { found }]) => found)}::text[])
        q (number, found) join complaints c on c.number = q.number
      where ${involves(db, viewerOfficeId)}
    )
    select own.number as of, likely.*
    from own cross join lateral (
      with found as materialized (
        select c.number from complaints c where c.search @@ own.found and c.number <> own.number limit ${readable}
      ),
      near as materialized (
        select c.number from complaints c
        where c.number = any(array(select number from found)) and ${involves(db, viewerOfficeId)}
        order by c.received_at desc limit ${comparable}
      ),
      alike as (
        select c.number, similarity(${text}, own.text) as similarity
        from near join complaints c on c.number = near.number
      )
      select c.number, c.kind, c.title, c.status, c.received_at, c.holder_id,
        round(a.similarity::numeric, 2)::float8 as similarity
      from alike a join complaints c on c.number = a.number
      where a.similarity >= ${least}
      order by similarity desc, c.received_at limit ${each}
    ) likely
    order by own.number, likely.similarity desc, likely.received_at`;
}
