// Of a form: what is not as it was.

/** The fields of `typed` that differ from `known`, trimmed. */
export function changedFields<T extends object>(known: T, typed: T): Partial<T> {
  const before = new Map<string, unknown>(Object.entries(known));
  return Object.fromEntries(
    Object.entries(typed as Record<string, string>)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => before.get(name) !== value),
  ) as Partial<T>;
}
