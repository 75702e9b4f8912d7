// Where a folded text gives a way to reach somebody: e-mail addresses, and numbers long enough to be a telephone's.
import type { Label, Span } from '../texts/spans.ts';

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const at = '(?:\\s?[[({<]\\s?at\\s?[\\])}>]\\s?| ?@ ?)';
const dot = '(?:\\.|\\s?[[({<]\\s?(?:dot|titik)\\s?[\\])}>]\\s?)';
const email = new RegExp(
  `[\\p{L}\\p{N}._%+&=~-]{1,64}${at}(?:${label}${dot}){1,8}(?:xn--[a-z0-9-]{2,59}|\\p{L}{2,63})`,
  'gu',
);
/** Digits, with up to twelve marks or spaces of whatever kind between two of them. */
const digits = /(?:\+|\((?=[^()]{1,8}\))){0,3}\d(?:[^\p{L}\d]{0,12}\d){5,}/gu;

/** reading 14: any run of nine digits or more, and shorter ones that end `phone`. */
export function contactsIn(text: string, phone?: string | null): Span[] {
  const addresses = [...text.matchAll(email)].map((found) => spanOf(found, '[surel disamarkan]'));
  const own = phone?.replace(/\D/g, '') ?? '';
  const numbers = [...text.matchAll(digits)].flatMap((found) => numbersIn(found[0], found.index, own));
  return [...addresses, ...numbers];
}

/** Of several in a row each is one, when each is long enough; otherwise all of them are. */
function numbersIn(run: string, from: number, phone: string): Span[] {
  const pieces = [...run.matchAll(/[^,;\n]+/g)].filter(([piece]) => /\d/.test(piece));
  if (pieces.length > 1 && pieces.every(([piece]) => countOf(piece) >= 9)) {
    return pieces.map(({ 0: piece, index }) => {
      const start = from + index + piece.length - piece.trimStart().length;
      return { from: start, to: start + piece.trim().length, label: labelOf(piece) };
    });
  }
  const own = phone.endsWith(run.replace(/\D/g, ''));
  return own || countOf(run) >= 9 ? [{ from, to: from + run.length, label: labelOf(run) }] : [];
}

function countOf(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** A NIK has sixteen digits. */
function labelOf(text: string): Label {
  return countOf(text) === 16 ? '[NIK disamarkan]' : '[nomor disamarkan]';
}

function spanOf(found: RegExpExecArray, label: Label): Span {
  return { from: found.index, to: found.index + found[0].length, label };
}
