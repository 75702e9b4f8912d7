// What a select offers.

export interface Option {
  value: string;
  label: string;
}

/** One for each value by its name; without `values`, for all that have one. */
export function named<T extends string>(
  names: Readonly<Record<T, string>>,
  values: readonly T[] = Object.keys(names) as T[],
): Option[] {
  return values.map((value) => ({ value, label: names[value] }));
}
