// The words against a field of a row: what was left empty, and what the API said of the row as it was sent.
import { type ApiProblem, fieldError } from '../../api/problems.ts';

/** By the row's id. */
export type ErrorOf = (id: string, field: string) => string | undefined;

interface Rows {
  /** As the API names the list. */
  part: string;
  mine: { id: string }[];
  /** The places in an error are those of the rows as they were sent. */
  sent: { id: string }[];
  /** In place of what is empty; undefined: not tried yet. */
  required: string | undefined;
  problem: ApiProblem | undefined;
}

export function rowErrors({ part, mine, sent, required, problem }: Rows): ErrorOf {
  return (id, field) => {
    const row = mine.find((candidate) => candidate.id === id);
    const value: unknown = row && field in row ? row[field as keyof typeof row] : undefined;
    if (required !== undefined && value === '') return required;
    // What was changed since may be right by now.
    const place = sent.findIndex((candidate) => candidate === row);
    return place < 0
      ? undefined
      : fieldError(problem, [part, place, field].filter((x) => x !== '').join('.'));
  };
}

/** Whether a row lacks something. */
export function isComplete(rows: object[]): boolean {
  return rows.every((row) => Object.values(row).every((value) => value !== ''));
}
