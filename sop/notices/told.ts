// What a notification is made of: our own lines, and apart from them what somebody said, so that nobody's text becomes a line of ours.

/** A line of ours, which may name a report; a list of such lines; or somebody's own words, of any shape. */
export type Part = { line: string } | { list: string[] } | { said: string };

/** Somebody's words. */
export const said = (text: string): Part => ({ said: text });

/** The parts, in order, and the same as one text, apart by empty lines; empty ones are left out. */
export function told(...given: (string | Part)[]): { body: string; parts: Part[] } {
  const parts = given.map((part) => (typeof part === 'string' ? { line: part } : part));
  const kept = parts.filter((part) => textOf(part) !== '');
  return { body: kept.map(textOf).join('\n\n'), parts: kept };
}

/** reading 30: a deadline in words, marked while its year is not decreed. */
export function dueWords(when: string, provisional: boolean): string {
  return provisional ? `${when} (sementara: hari libur tahun itu belum ditetapkan)` : when;
}

function textOf(part: Part): string {
  if ('line' in part) return part.line;
  return 'list' in part ? part.list.map((item) => `- ${item}`).join('\n') : part.said;
}
