// Puts what I changed on top of what others changed meanwhile.

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Field by field: mine where I changed it, theirs elsewhere. */
export function mergeFields<T>(base: T, mine: T, theirs: T): T {
  if (same(mine, base)) return theirs;
  if (!isObject(base) || !isObject(mine) || !isObject(theirs)) return mine;
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const merged = [...names].map((name) => [name, mergeFields(base[name], mine[name], theirs[name])] as const);
  // Without what one of us took away.
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T;
}

interface RowChanges<T> {
  added: T[];
  removed: T[];
}

/** What a list has more and less than before; a changed row is both. */
export function rowChanges<T>(before: T[], after: T[], contentOf: (row: T) => unknown): RowChanges<T> {
  const texts = (rows: T[]) => new Set(rows.map((row) => JSON.stringify(contentOf(row))));
  const [old, now] = [texts(before), texts(after)];
  return {
    added: after.filter((row) => !old.has(JSON.stringify(contentOf(row)))),
    removed: before.filter((row) => !now.has(JSON.stringify(contentOf(row)))),
  };
}

/** Row by row: theirs without what I removed, and with what I added; `placeOf` says which rows exclude each other. */
export function mergeRows<T>(
  [base, mine, theirs]: [T[], T[], T[]],
  contentOf: (row: T) => unknown,
  placeOf: (row: T) => string,
): T[] {
  const { added, removed } = rowChanges(base, mine, contentOf);
  const gone = new Set(removed.map((row) => JSON.stringify(contentOf(row))));
  const taken = new Set(added.map(placeOf));
  const left = theirs.filter((row) => !gone.has(JSON.stringify(contentOf(row))) && !taken.has(placeOf(row)));
  return [...left, ...added].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
}
