// Rows never move under the pointer: what comes or goes meanwhile waits.

interface Row {
  number: string;
}

/** A list as it is shown. */
export interface Held<T extends Row> {
  rows: readonly T[];
  /** Those that are shown, and in the list no more. */
  gone: ReadonlySet<string>;
  /** How many would stand between or above those that are shown. */
  waiting: number;
}

/** The list as it is. */
export function asItIs<T extends Row>(rows: readonly T[]): Held<T> {
  return { rows, gone: new Set(), waiting: 0 };
}

/**
 * The list as it was shown, with what is known of its rows now. What comes after the last one moves nothing and is added;
 * what one decided oneself leaves (`left`), as one meant it to.
 */
export function held<T extends Row>(shown: Held<T>, now: readonly T[], left: ReadonlySet<string>): Held<T> {
  const anew = new Map(now.map((row) => [row.number, row]));
  const stays = shown.rows.filter(({ number }) => anew.has(number) || !left.has(number));
  if (stays.length === 0) return asItIs(now);
  const rows = stays.map((row) => anew.get(row.number) ?? row);
  const numbers = new Set(rows.map(({ number }) => number));
  const last = now.findLastIndex(({ number }) => numbers.has(number));
  return {
    rows: [...rows, ...now.slice(last + 1)],
    gone: new Set([...numbers].filter((number) => !anew.has(number))),
    waiting: now.slice(0, last + 1).filter(({ number }) => !numbers.has(number)).length,
  };
}
