// A day as Indonesians write it: 12/11/2026, 12-11-26, 12 November 2026, kemarin. The day comes first, then the month.
import { isDate } from '../../../../sop/time/date.ts';

/** `day`: `YYYY-MM-DD`; null: it is not known, or nothing was written. */
export type ReadDay = { day: string | null } | { fault: 'day' | 'future' };

const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'me|may',
  'jun',
  'jul',
  'ag|au',
  'sep',
  'o[kc]t',
  'nov|nop',
  'de[sc]',
];
const monthNames = months.map((month) => new RegExp(`^(?:${month})[a-z]*\\.?$`));
const unknown =
  /^(?:-|\?|(?:saya )?(?:tidak|tak|nggak|gak) (?:tahu|tau|ingat)|lupa|unknown|(?:i )?(?:do not|don.?t) know)$/;

/** A day as it stands in a form: what was typed, and what that is. */
export interface WrittenDay {
  typed: string;
  /** `YYYY-MM-DD`. */
  day: string | null;
  fault?: 'day' | 'future';
}

/** As it was typed here and now. */
export function writtenAs(typed: string): WrittenDay {
  return { typed, day: null, ...readDay(typed, todayHere()) };
}

/** `today`: `YYYY-MM-DD`, where the writer is. Years of two digits are of this century. */
export function readDay(written: string, today: string): ReadDay {
  const text = plain(written);
  if (text === '' || unknown.test(text)) return { day: null };
  const day = relative(text, today) ?? absolute(text, today);
  if (day === undefined || !isThere(day)) return { fault: 'day' };
  return day > today ? { fault: 'future' } : { day };
}

/** A day, past or to come, as `YYYY-MM-DD`; what cannot be read stays as it was typed. Without a year it is of this one. */
export function dayOrWords(typed: string): string {
  const text = plain(typed);
  const today = todayHere();
  const day = relative(text, today) ?? absolute(text, `${today.slice(0, 4)}-12-31`);
  return day !== undefined && isThere(day) ? day : typed.trim();
}

const plain = (written: string) => written.normalize('NFKC').toLowerCase().trim();

const daysBack = new Map([
  ['hari ini', 0],
  ['today', 0],
  ['kemarin', 1],
  ['yesterday', 1],
  ['kemarin dulu', 2],
]);

function relative(text: string, today: string): string | undefined {
  const back = daysBack.get(text);
  if (back === undefined) return undefined;
  return new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10);
}

function absolute(text: string, today: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return joined(iso[1], iso[2], iso[3]);
  // The name of the weekday says nothing more.
  const parts = text
    .replace(/^[a-z']+,\s*/, '')
    .split(/[\s/.,-]+/)
    .filter(Boolean);
  const [day, month = '', year] = parts;
  if (parts.length < 2 || parts.length > 3) return undefined;
  const named = monthNames.findIndex((name) => name.test(month));
  const number = named >= 0 ? String(named + 1) : month;
  if (year !== undefined) return joined(/^\d{2}$/.test(year) ? `20${year}` : year, number, day);
  // Without a year: the last one that was.
  const now = Number(today.slice(0, 4));
  return [now, now - 1].map((one) => joined(String(one), number, day)).find((one) => one && one <= today);
}

function joined(year = '', month = '', day = ''): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Of years of which anybody could tell. */
const isThere = (day: string) => day >= '1900' && isDate(day);

/** In the browser's own zone, `YYYY-MM-DD`. */
function todayHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
