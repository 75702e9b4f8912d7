// Instants as the API gives them, in the zone of the officer's own office.
import { useMemo } from 'react';
import { offsetOf, zoneIds } from '../../../sop/offices.ts';
import { type Language, useLanguage } from '../texts/texts.tsx';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
/** The zones by their offset. */
const zoneOf = Object.fromEntries(zoneIds.map((zone) => [offsetOf(zone), zone]));

/** `moment`: Kam, 26 Nov 2026, 16.00 WIB. `brief`: 26 Nov 16.00. `number`: 1.234,5. */
export function useOfficeFormat() {
  const { language } = useLanguage();
  return useMemo(() => {
    const locale = locales[language];
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const inZone = (options: Intl.DateTimeFormatOptions) => (at: string) => {
      const timeZone = zoneOf[at.slice(-6)];
      return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(
        new Date(at),
      );
    };
    const clock = { hour: '2-digit', minute: '2-digit' } as const;
    const day = { day: 'numeric', month: 'short' } as const;
    return {
      moment: inZone({ weekday: 'short', ...day, year: 'numeric', ...clock, timeZoneName: 'short' }),
      brief: inZone({ ...day, ...clock }),
      number: (value: number) => number.format(value),
    };
  }, [language]);
}
