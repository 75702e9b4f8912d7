// Days in queries: a date is a whole day in WIB.

const dayMs = 86_400_000;

/** The instant that a query's `from` (start of the day) or `to` (its end) means; null when absent. ISO 8601 UTC. */
export function instantOf(text: string | undefined, edge: 'start' | 'end'): string | null {
  if (text === undefined) return null;
  if (text.length > 10) return new Date(text).toISOString();
  return new Date(Date.parse(`${text}T00:00:00+07:00`) + (edge === 'end' ? dayMs : 0)).toISOString();
}
