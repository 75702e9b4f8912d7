// A day as it stands in a field.

/** As the API takes it, `YYYY-MM-DD`. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** `YYYY-MM-DD` as one writes it here: 31/12/2026. Anything else stays as it is. */
export function asWritten(day: string): string {
  return day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
}
