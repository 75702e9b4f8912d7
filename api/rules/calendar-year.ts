// A year of the calendar as ops send it: what is wrong with it, and what it changes (reading 16).
import type { CalendarDay } from '../../db/rules/calendar.ts';
import type { OfficeHours } from '../../sop/time/calendar.ts';
import { invalidField } from '../http/problems.ts';

interface Year {
  days: readonly CalendarDay[];
  /** Undefined: they stay. */
  hours: readonly OfficeHours[] | undefined;
}

/** Throws when a day or hours lie outside of the year, stand there twice, or contradict each other. */
export function requireYear(year: number, { days, hours = [] }: Year): void {
  const within = (date: string) => date.startsWith(`${year}-`);
  for (const [index, { date }] of days.entries()) {
    const first = days.findIndex((other) => other.date === date);
    if (!within(date) || first < index)
      throw invalidField(`days.${index}.date`, {
        id: `Harus tanggal pada tahun ${year}, masing-masing sekali`,
        en: `Must be a day of ${year}, each once`,
      });
  }
  for (const [index, entry] of hours.entries()) {
    for (const end of ['from', 'to'] as const) {
      if (!within(entry[end]))
        throw invalidField(`hours.${index}.${end}`, {
          id: `Harus terletak pada tahun ${year}`,
          en: `Must lie in ${year}`,
        });
    }
  }
  requirePlain(hours);
}

/** Throws when hours stand there twice, or contradict each other. */
export function requirePlain(hours: readonly OfficeHours[]): void {
  for (const [index, entry] of hours.entries()) {
    const before = hours.slice(0, index);
    if (before.some(({ name, from }) => name === entry.name && from === entry.from))
      throw invalidField(`hours.${index}.name`, {
        id: 'Nama dengan tanggal awal yang sama sudah ada',
        en: 'That name with the same first day is there already',
      });
    const rival = before.find((other) => contradict(entry, other));
    if (rival)
      throw invalidField(`hours.${index}.from`, {
        id: `Bertumpuk dengan “${rival.name}” (${rival.from} – ${rival.to})`,
        en: `Overlaps “${rival.name}” (${rival.from} – ${rival.to})`,
      });
  }
}

/** The shorter of two counts where both cover a day; that is plain only when it lies inside of the longer. */
function contradict(a: OfficeHours, b: OfficeHours): boolean {
  if (a.to < b.from || b.to < a.from) return false;
  const inside = (inner: OfficeHours, outer: OfficeHours) => inner.from >= outer.from && inner.to <= outer.to;
  return inside(a, b) === inside(b, a);
}

/** Without the hours that span years and stand so already: they came along with what was read, and stay. */
export function ownHours(
  hours: readonly OfficeHours[] | undefined,
  before: readonly OfficeHours[],
): OfficeHours[] | undefined {
  const spanning = new Set(
    before.filter(({ from, to }) => from.slice(0, 4) !== to.slice(0, 4)).map(contentOf),
  );
  return hours?.filter((entry) => !spanning.has(contentOf(entry)));
}

/** `+2026-12-28 −2026-05-15 +jam “Ramadan”`, or that only names changed. */
export function differences(
  year: number,
  before: { days: readonly CalendarDay[]; hours: readonly OfficeHours[] },
  { days, hours }: Year,
): string {
  const own = before.hours.filter(({ from, to }) => from.startsWith(`${year}-`) && to.startsWith(`${year}-`));
  const changes = [
    ...changed(before.days, days, { keyOf: ({ date }) => date, wordOf: ({ date }) => date }),
    ...changed(own, hours ?? own, { keyOf: contentOf, wordOf: ({ name }) => `jam “${name}”` }),
  ];
  return listOf(changes) || 'hari yang sama';
}

/** What becomes of an office's own hours, by their names. */
export function hourDifferences(before: readonly OfficeHours[], after: readonly OfficeHours[]): string {
  const changes = changed(before, after, { keyOf: contentOf, wordOf: ({ name }) => `“${name}”` });
  return listOf(changes) || 'jam yang sama';
}

/** In letters: a report that moves records why, and takes no more than it can keep (`readWhy`). */
const longestList = 2_000;

/** The first of them, and how many more. */
function listOf(changes: readonly string[]): string {
  let length = 0;
  const over = changes.findIndex((change) => (length += change.length + 1) > longestList);
  if (over < 0) return changes.join(' ');
  return [...changes.slice(0, over), `dan ${changes.length - over} perubahan lain`].join(' ');
}

function changed<T>(
  before: readonly T[],
  after: readonly T[],
  { keyOf, wordOf }: { keyOf: (item: T) => string; wordOf: (item: T) => string },
): string[] {
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [
    ...after.filter((item) => !old.has(keyOf(item))).map((item) => `+${wordOf(item)}`),
    ...before.filter((item) => !now.has(keyOf(item))).map((item) => `−${wordOf(item)}`),
  ];
}

/** The same hours give the same text, whatever the order of their weekdays. */
function contentOf({ name, from, to, week }: OfficeHours): string {
  const days = Object.entries(week).filter(([, spans]) => spans.length > 0);
  return JSON.stringify([name, from, to, days.toSorted(([a], [b]) => a.localeCompare(b))]);
}
