// Reports that may be the same as another.
import type { Kind, Status } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { involves, subtreeOf } from '../complaints/involved.ts';

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

/** Reports like this one among those that the reader may see, the most alike first, ten at most. */
export async function likelyDuplicates(
  db: Db,
  number: string,
  viewerOfficeId: string | null,
): Promise<Likely[]> {
  const text = (alias: string) => db`(${db(alias)}.title || ' ' || left(${db(alias)}.description, 1000))`;
  return db<Likely[]>`
    with ${subtreeOf(db, viewerOfficeId)}
    select c.number, c.kind, c.title, c.status, c.received_at, c.holder_id,
      round(similarity(${text('c')}, ${text('own')})::numeric, 2)::float8 as similarity
    from complaints own join complaints c on ${text('c')} % ${text('own')} and c.number <> own.number
    where own.number = ${number} and ${involves(db, viewerOfficeId)}
    order by similarity desc, c.received_at limit 10`;
}
