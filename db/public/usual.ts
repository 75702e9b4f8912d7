// How long reports took that were answered lately, for who waits for one. No report is told from another here.
import type { Kind } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';

export interface Answered {
  receivedAt: Date;
  /** When the first office that answers such reports had it (row 6); null: one above answered it by itself. */
  reachedAt: Date | null;
  answeredAt: Date;
}

/** Of one kind, those of the last `days`, at most `most` of them, by when they were answered: the slow ones too. */
export async function answeredLately(
  db: Db,
  kind: Kind,
  { days, most }: { days: number; most: number },
): Promise<Answered[]> {
  return db<Answered[]>`
    select c.received_at, c.answered_at,
      (select min(v.received_at) from visits v where v.number = c.number and v.step >= 6) as reached_at
    from complaints c
    where c.kind = ${kind} and c.answered_at > now() - make_interval(days => ${days})
    order by c.answered_at desc
    limit ${most}`;
}
