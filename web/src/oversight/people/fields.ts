// What the fields of officers and offices have in common.
import { type ApiProblem, fieldError } from '../../api/problems.ts';
import { usePeopleTexts } from '../../texts/oversight.ts';

/** What all have; only people and offices have an address. */
export interface Draft {
  name: string;
  email?: string;
}

export interface FieldsProps<T> {
  value: T;
  errorOf: (field: string) => string | undefined;
  onChange: (next: Partial<T>) => void;
}

/** The words against a field: what is needed and not there once that was tried, else what the API says. */
export function useErrorOf<T extends object>(
  value: T,
  {
    needed,
    tried,
    problem,
  }: { needed: readonly (keyof T)[]; tried: boolean; problem: ApiProblem | undefined },
): (field: string) => string | undefined {
  const texts = usePeopleTexts();
  return (field) =>
    tried && missingOf(value, needed).some((name) => name === field)
      ? texts.required
      : fieldError(problem, field);
}

export function missingOf<T extends object>(value: T, needed: readonly (keyof T)[]): (keyof T)[] {
  return needed.filter((name) => !String(value[name]).trim());
}
