// A day as it is written, `YYYY-MM-DD`.

/** Whether that is a day there is; of the year 0000, which PostgreSQL does not know, none is. */
export function isDate(text: string): boolean {
  const at = Date.parse(text);
  return (
    /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  );
}
