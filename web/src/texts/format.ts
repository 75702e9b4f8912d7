// Dates and numbers as the reader's language writes them, in the browser's own time zone.
import { useMemo } from 'react';
import type { Language } from '../../../sop/texts/language.ts';
import { useLanguage } from './texts.tsx';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** For `Intl`. */
export function useLocale(): string {
  return locales[useLanguage().language];
}

/** `date`: 24 November 2026, and what is no day (yet) as it was typed. `moment`: with time and zone. `number`: 1.234,5. `bytes`: 1,2 MB. */
export function formatsOf(locale: string) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    date: (at: string) => (/^\d{4}-/.test(at) ? date.format(new Date(at)) : at),
    // English would say GMT+7.
    moment: (at: string) =>
      moment
        .format(new Date(at))
        .replace(/GMT\+([789])$/, (_, hours) => `${['WIB', 'WITA', 'WIT'][hours - 7]}`),
    number: (value: number) => number.format(value),
    bytes: (count: number) =>
      count < 1_000_000
        ? `${number.format(Math.ceil(count / 1_000))} kB`
        : `${number.format(count / 1_000_000)} MB`,
  };
}

export function useFormat() {
  const locale = useLocale();
  return useMemo(() => formatsOf(locale), [locale]);
}
