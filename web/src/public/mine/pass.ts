// Number and key of a report, in whatever was typed or pasted: a receipt, a mail, a link.

const numberShape = /LAP[\s–_-]*([\dOILB]{4})[\s–_-]*([\dOILB]{6,9})(?!\d)/i;
/** 26 letters in groups of four, as the receipt has them, or in one. */
const keyShape = /(?:^|[^\dA-Z])((?:[\dA-Z]{4}[\s–-]+){6}[\dA-Z]{2}|[\dA-Z]{26})(?![\dA-Z])/i;

const digits = (text: string) =>
  text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('B', '8');

interface Pass {
  number: string | undefined;
  /** As it was read: what looks alike is put right by the API, which knows its letters. */
  key: string | undefined;
}

/** What there is of both. Letters in the number that look like digits are read as these. */
export function readPass(text: string): Pass {
  const [, year, count] = numberShape.exec(text) ?? [];
  const [, key] = keyShape.exec(text.replace(numberShape, ' ')) ?? [];
  return {
    number: year && count && `LAP-${digits(year)}-${digits(count)}`,
    key: key?.toUpperCase().replaceAll(/[\s–-]+/g, '-'),
  };
}

/** Opens the report: what stands behind `#` is sent to no server, and into no log. */
export function linkTo(number: string, key?: string): string {
  const address = `${window.location.origin}/ikuti/${encodeURIComponent(number)}`;
  return key === undefined ? address : `${address}#${key}`;
}
