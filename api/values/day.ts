// Days in queries: a date is a whole day in WIB.

const dayMs = 86_400_000;
/** Years of four digits in every zone of ours, which PostgreSQL too reads; nothing is received before or after. */
const [first, last] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T14:59:59.999Z')];

/** The instant that a query's `from` (start of the day) or `to` (its end) means; null when absent. ISO 8601 UTC. */
export function instantOf(text: string | undefined, edge: 'start' | 'end'): string | null {
  if (text === undefined) return null;
  const at =
    text.length > 10 ? Date.parse(text) : Date.parse(`${text}T00:00:00+07:00`) + (edge === 'end' ? dayMs : 0);
  return new Date(Math.min(Math.max(at, first), last)).toISOString();
}
