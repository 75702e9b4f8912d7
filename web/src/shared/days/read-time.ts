// A time of day as people here write it: 07.30, 7:30, 0730, pukul 16.00. Always of 24 hours.

const written = /^(?:(?:pukul|jam)\s+)?(\d{1,2})(?:\s*[.:]?\s*([0-5]\d))?$/;

/** As the API takes it, `HH:MM`; what cannot be read stays as it was typed. */
export function timeOrWords(typed: string): string {
  const [, hour, minute = '00'] = written.exec(typed.normalize('NFKC').toLowerCase().trim()) ?? [];
  if (hour === undefined || Number(hour) > 23) return typed.trim();
  return `${hour.padStart(2, '0')}:${minute}`;
}
