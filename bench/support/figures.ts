// Figures as a measurement prints them.

/** To three digits. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** Of these milliseconds the median, the slowest of a hundred, and the slowest. */
export function quantilesOf(name: string, times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return { [`${name}P50Ms`]: at(0.5), [`${name}P99Ms`]: at(0.99), [`${name}MaxMs`]: at(1) };
}
