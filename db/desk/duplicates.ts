// Reports that may be the same as another.
import type { Kind, Status } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
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

/** So many may be read, and so many of these compared letter by letter, the newest of them. */
const [readable, comparable] = [2_000, 200];
const leastAlike = 0.3;

/**
 * Reports like this one among those that the reader may see, the most alike first, ten at most. Full text leads to them:
 * letters alone are alike in nearly all.
 */
export async function likelyDuplicates(
  db: Db,
  number: string,
  viewerOfficeId: string | null,
): Promise<Likely[]> {
  const queries = await queriesOf(db, number);
  if (!queries) return [];
  const text = (alias: string) => db`(${db(alias)}.title || ' ' || left(${db(alias)}.description, 1000))`;
  return db<Likely[]>`
    with ${subtreeOf(db, viewerOfficeId)},
    found as materialized (
      select c.number from complaints c where c.search @@ ${queries.found}::tsquery and c.number <> ${number}
      limit ${readable}
    ),
    near as materialized (
      select c.number from complaints c
      where c.number = any(array(select number from found)) and ${involves(db, viewerOfficeId)}
      order by c.received_at desc limit ${comparable}
    ),
    alike as (
      select c.number, similarity(${text('c')}, ${text('own')}) as similarity
      from near join complaints c on c.number = near.number join complaints own on own.number = ${number}
    )
    select c.number, c.kind, c.title, c.status, c.received_at, c.holder_id,
      round(a.similarity::numeric, 2)::float8 as similarity
    from alike a join complaints c on c.number = a.number
    where a.similarity >= ${leastAlike}
    order by similarity desc, c.received_at limit 10`;
}
