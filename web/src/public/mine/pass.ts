// Number and key of a report, in whatever was typed or pasted: a receipt, a mail, a link.
import { numberIn, numberShape } from '../../shared/forms/report-number.ts';

/** 26 letters in groups of four, as the receipt has them, or in one. */
const keyShape = /(?:^|[^\dA-Z])((?:[\dA-Z]{4}[\s–-]+){6}[\dA-Z]{2}|[\dA-Z]{26})(?![\dA-Z])/i;

interface Pass {
  number: string | undefined;
  /** As it was read: what looks alike is put right by the API, which knows its letters. */
  key: string | undefined;
}

/** What there is of both. */
export function readPass(text: string): Pass {
  const [, key] = keyShape.exec(text.replace(numberShape, ' ')) ?? [];
  return {
    number: numberIn(text),
    key: key?.toUpperCase().replaceAll(/[\s–-]+/g, '-'),
  };
}

/** Opens the report: what stands behind `#` is sent to no server, and into no log. */
export function linkTo(number: string, key?: string): string {
  const address = `${window.location.origin}/ikuti/${encodeURIComponent(number)}`;
  return key === undefined ? address : `${address}#${key}`;
}
