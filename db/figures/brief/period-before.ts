// With what a period is compared: the one of the same length before it, and whole weeks back what stands open.
import type { Received } from '../span.ts';

const weekMs = 7 * 86_400_000;

export interface Before {
  /** So many weeks ago, to the minute of the week, what stands open is looked at: at least as long ago as the period is long. */
  weeks: number;
  /** That moment; ISO 8601 UTC. */
  at: string;
  /** Reports received then, of which it is looked at. */
  held: Received;
  /** What came in, by which the period is compared: itself, and without one the last seven days. */
  span: Received;
  /** As long, just before it. */
  before: Received;
}

/** Of reports received in that period as of `now`, in epoch milliseconds. A period that begins later than now is empty. */
export function periodBefore({ from, to }: Received, now: number): Before {
  const end = to === null ? now : Math.min(Date.parse(to), now);
  const begin = from === null ? end - weekMs : Math.min(Date.parse(from), end);
  const length = end - begin;
  const weeks = from === null ? 1 : Math.max(1, Math.ceil(length / weekMs));
  const back = (at: string | null) => (at === null ? null : iso(Date.parse(at) - weeks * weekMs));
  return {
    weeks,
    at: iso(now - weeks * weekMs),
    held: { from: back(from), to: back(to) },
    span: from === null ? { from: iso(begin), to: iso(end) } : { from, to },
    before: { from: iso(begin - length), to: iso(begin) },
  };
}

/** Years of four digits, which everybody reads. */
function iso(at: number): string {
  return new Date(Math.max(at, Date.parse('0001-01-01T00:00:00.000Z'))).toISOString();
}
