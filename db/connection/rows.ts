// What an answer must be: rows of what was asked for, or exactly one.
import { ForeignAnswer } from './away.ts';

/**
 * `rows`, each of which says by its column `key` that it is of what was `asked` for. That there is a row is never a yes
 * by itself: should a connection ever hand out another question's rows, nobody is let in by them. Throws
 * `ForeignAnswer`.
 */
export function asked<K extends string, Row extends Record<K, unknown>>(
  rows: Row[],
  key: K,
  wanted: Row[K],
): Row[] {
  if (rows.some((row) => row[key] !== wanted)) {
    throw new ForeignAnswer(`Rows came that are not of the ${key} that was asked for.`);
  }
  return rows;
}

/** The row of a statement that gives exactly one: an aggregate, an insert. Throws when it gave none, or several. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`PostgreSQL gave ${rows.length} rows, not one.`);
  return row;
}
