// The number of a report, in whatever was typed or pasted.

export const numberShape = /LAP[\s–_-]*([\dOILB]{4})[\s–_-]*([\dOILB]{6,9})(?!\d)/i;

const digits = (text: string) =>
  text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('B', '8');

/** As the record has it; letters that look like digits are read as these. Undefined: there is none. */
export function numberIn(text: string): string | undefined {
  const [, year, count] = numberShape.exec(text) ?? [];
  return year && count && `LAP-${digits(year)}-${digits(count)}`;
}
