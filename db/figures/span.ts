// Which sums a period is made of: whole months of receipt in WIB, and what lies beside them, report by report.

export interface Span {
  /** Of the whole months the first, and the one after the last, `2026-11`; null: unbounded. */
  first: string | null;
  before: string | null;
  /** Beside them: at or after, and before, ISO 8601 UTC. */
  edges: [from: string, to: string][];
}

const wib = 7 * 3_600_000;
/** Nothing is received before or after (migration 0018). */
const [earliest, latest] = [startOf('1900-01'), startOf('2300-01')];

/** Received at or after `from`, and before `to`: instants; null: unbounded. */
export function spanOf({ from, to }: { from: string | null; to: string | null }): Span {
  const [begins, ends] = [from === null ? null : within(from), to === null ? null : within(to)];
  const first = begins === null ? null : firstWhole(begins);
  const before = ends === null ? null : monthOf(ends);
  if (begins !== null && ends !== null && first !== null && before !== null && first > before) {
    return { first, before, edges: edge(begins, ends) };
  }
  return {
    first,
    before,
    edges: [
      ...(begins !== null && first !== null ? edge(begins, startOf(first)) : []),
      ...(ends !== null && before !== null ? edge(startOf(before), ends) : []),
    ],
  };
}

function within(at: string): number {
  return Math.min(Math.max(Date.parse(at), earliest), latest);
}

function edge(from: number, to: number): Span['edges'] {
  return from < to ? [[new Date(from).toISOString(), new Date(to).toISOString()]] : [];
}

function firstWhole(at: number): string {
  const month = monthOf(at);
  if (startOf(month) === at) return month;
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth)).toISOString().slice(0, 7);
}

function monthOf(at: number): string {
  return new Date(at + wib).toISOString().slice(0, 7);
}

function startOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) - wib;
}
