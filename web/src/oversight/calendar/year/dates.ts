// Dates as `YYYY-MM-DD`, counted in days, so that no time zone and no summer time is met.

const dayMs = 86_400_000;

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one where it is shorter. */
function plusMonths(date: string, months: number): string {
  const at = new Date(date);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return plusDays(first.toISOString().slice(0, 10), Math.min(at.getUTCDate(), length) - 1);
}

/** Monday 0 … Sunday 6. */
function weekdayOf(date: string): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}

export const isWeekend = (date: string) => weekdayOf(date) > 4;

/** Of the year's month (0 … 11), in weeks from Monday; null: the day is another month's. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = weekdayOf(first);
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => {
      const at = week * 7 + day - before;
      return at >= 0 && at < length ? plusDays(first, at) : null;
    }),
  );
}

/** From the one to the other, in order, both included. */
export function datesBetween(one: string, other: string): string[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const count = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return Array.from({ length: count }, (_, at) => plusDays(from, at));
}

/** Where a key leads from a date within its year (ARIA authoring practices, grid); undefined: it leads nowhere. */
export function stepOf(key: string, date: string, { ctrl }: { ctrl: boolean }): string | undefined {
  const year = date.slice(0, 4);
  const steps: Record<string, () => string> = {
    ArrowLeft: () => plusDays(date, -1),
    ArrowRight: () => plusDays(date, 1),
    ArrowUp: () => plusDays(date, -7),
    ArrowDown: () => plusDays(date, 7),
    PageUp: () => plusMonths(date, -1),
    PageDown: () => plusMonths(date, 1),
    Home: () => (ctrl ? `${year}-01-01` : plusDays(date, -weekdayOf(date))),
    End: () => (ctrl ? `${year}-12-31` : plusDays(date, 6 - weekdayOf(date))),
  };
  const to = steps[key]?.();
  if (to === undefined) return undefined;
  // The year is a page of its own.
  return to.startsWith(year) ? to : date;
}
