// What becomes of the year's days when a kind and a name are given to some dates, or taken from them.
import { newKey } from '../../../api/client.ts';
import type { DayRow } from '../calendar-draft.ts';
import { isWeekend } from './dates.ts';

/** Of several days those of the weekend are no collective leave: nobody works then. */
function meant(dates: readonly string[], kind: string): readonly string[] {
  const worked = dates.filter((date) => !isWeekend(date));
  return kind === 'cuti bersama' && worked.length > 0 ? worked : dates;
}

/** In the order of the dates. */
export function withDays(
  days: readonly DayRow[],
  dates: readonly string[],
  given: { kind: string; name: string },
): DayRow[] {
  const known = new Map(days.map((day) => [day.date, day]));
  const set = meant(dates, given.kind).map((date) => ({
    ...given,
    date,
    id: known.get(date)?.id ?? newKey(),
  }));
  return [...without(days, new Set(set.map(({ date }) => date))), ...set].toSorted((a, b) =>
    a.date.localeCompare(b.date),
  );
}

export function without(days: readonly DayRow[], dates: ReadonlySet<string>): DayRow[] {
  return days.filter(({ date }) => !dates.has(date));
}
