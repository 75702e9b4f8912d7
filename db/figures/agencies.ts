// How agencies do with all offices under them, all of them at once: from the sums alone, however many reports there are.
import { dayMs } from '../../sop/time/calendar.ts';
import type { Sql } from '../connection/client.ts';
import { type ClockFigure, judged, sumsOf } from './figures.ts';
import { keptOfEach, type Sum } from './kept.ts';
import type { Received } from './span.ts';

interface AgencyFigure {
  /** The limit of the whole (reading 13). */
  whole: ClockFigure;
  /** How many were answered, and in how many days of 24 hours, half of them in no more; null where none was. */
  answered: number;
  medianDays: number | null;
}

/** Of the reports received in that time in which it or an office under it has or had a part; absent: nothing. */
export async function agencyFigures(
  sql: Sql,
  agencies: readonly string[],
  period: Received,
): Promise<Map<string, AgencyFigure>> {
  const found = await sql.begin('isolation level repeatable read read only', (tx) =>
    keptOfEach(tx, agencies, period, { only: ['clock', 'answer-time'] }),
  );
  return new Map(
    [...found].map(([id, figures]) => {
      const times = sumsOf(figures, 'answer-time');
      const ms = medianOf(times);
      return [
        id,
        {
          whole: judged(sumsOf(figures, 'clock'), 'whole'),
          answered: times.reduce((all, { n }) => all + n, 0),
          medianDays: ms === null ? null : ms / dayMs,
        },
      ];
    }),
  );
}

/**
 * Of times by bucket: the mean of the bucket in which it lies. As a bucket is a fiftieth of an e-fold wide, that is less
 * than two parts in a hundred away, and nothing where the bucket has one time. Null without a time.
 */
function medianOf(times: readonly Sum[]): number | null {
  const sorted = times.toSorted((a, b) => Number(a.key[0]) - Number(b.key[0]));
  const last = sorted.reduce((all, { n }) => all + n, 0) - 1;
  const nth = (place: number): number | null => {
    let before = 0;
    for (const { n, total } of sorted) {
      before += n;
      if (place < before) return total / n;
    }
    return null;
  };
  const [low, high] = [nth(Math.floor(last / 2)), nth(Math.ceil(last / 2))];
  return low === null || high === null ? null : (low + high) / 2;
}
