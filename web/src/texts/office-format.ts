// Instants as the API gives them, in the zone of the officer's own office.
import { useMemo } from 'react';
import { offsetOf, zoneIds, zones } from '../../../sop/offices.ts';
import { formatsOf, useLocale } from './format.ts';

/** The zones by their offset. */
const zoneOf = Object.fromEntries(zoneIds.map((zone) => [offsetOf(zone), zone]));

/** `moment`: Kam, 26 Nov 2026, 16.00 WIB. `brief`: 26 Nov 16.00. `day`, of YYYY-MM-DD: Kam, 26 Nov 2026. Numbers as everywhere. */
export function officeFormatsOf(locale: string) {
  const inZone = (options: Intl.DateTimeFormatOptions) => (at: string) => {
    const timeZone = zoneOf[at.slice(-6)];
    const format = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) });
    const said = format.format(new Date(at));
    // English would say GMT+7.
    return options.year && timeZone ? `${said} ${zones[timeZone].name}` : said;
  };
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const { number, bytes } = formatsOf(locale);
  return {
    moment: inZone({ weekday: 'short', ...day, year: 'numeric', ...clock }),
    brief: inZone({ ...day, ...clock }),
    day: (date: string) =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', ...day, year: 'numeric', timeZone: 'UTC' }).format(
        new Date(date),
      ),
    number,
    bytes,
  };
}

export function useOfficeFormat() {
  const locale = useLocale();
  return useMemo(() => officeFormatsOf(locale), [locale]);
}
