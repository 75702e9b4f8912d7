// Figures as they are read: to a tenth.

/** One decimal; null without a case. */
export function percent(within: number, late: number): number | null {
  return within + late === 0 ? null : tenth((100 * within) / (within + late));
}

export function tenth<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 10) / 10) as T;
}
