// What the API has against a field.
import type { ApiProblem } from '../api/problems.ts';

/** The words for the field of that path, or for one inside of it; undefined when there are none. */
export function fieldError(problem: ApiProblem | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
}
