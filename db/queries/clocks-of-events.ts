import type { Clock } from '../../sop/clock.ts';
import type { Db } from '../client.ts';

/** The clocks that were computed for entries already in the record. */
export async function clocksOfEvents(
  db: Db,
  number: string,
  seqs: readonly number[],
): Promise<{ seq: number; clock: Clock }[]> {
  if (seqs.length === 0) return [];
  const rows = await db<{ seq: number; clocks: Clock[] }[]>`
    select seq, data -> 'clocks' as clocks from events
    where number = ${number} and seq = any(${seqs as number[]}) order by seq`;
  return rows.flatMap(({ seq, clocks }) => clocks.map((clock) => ({ seq, clock })));
}
