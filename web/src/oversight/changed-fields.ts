// Of a form: what is not as it was.

/** The fields of `typed` that differ from `known`, trimmed. */
export function changedFields<T extends Record<string, string>>(known: T, typed: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value.trim()])
      .filter(([name = '', value]) => known[name] !== value),
  ) as Partial<T>;
}
