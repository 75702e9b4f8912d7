import type { Clock } from '../../sop/time/clock.ts';
import type { Recorded } from '../../sop/entry.ts';
import type { Db } from '../connection/client.ts';

/** The clocks that were computed for entries already in the record, and the deadline that people saw after each. */
export async function clocksOfEvents(
  db: Db,
  number: string,
  seqs: readonly number[],
): Promise<{ clocks: Recorded['clocks']; deadlines: NonNullable<Recorded['deadlines']> }> {
  if (seqs.length === 0) return { clocks: [], deadlines: [] };
  const rows = await db<{ seq: number; clocks: Clock[]; deadline: Date | null }[]>`
    select seq, data -> 'clocks' as clocks, deadline from events
    where number = ${number} and seq = any(${seqs as number[]}) order by seq`;
  return {
    clocks: rows.flatMap(({ seq, clocks }) => clocks.map((clock) => ({ seq, clock }))),
    deadlines: rows.map(({ seq, deadline }) => ({ seq, deadline: deadline?.toISOString() ?? null })),
  };
}
