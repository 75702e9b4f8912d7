// Cursors of lists: where a page ended, opaque to the reader.
import { invalidField } from './problems.ts';

export function toCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The two parts of a cursor that `toCursor` made; undefined without one. Throws `invalid-fields`. */
export function fromCursor(cursor: string | undefined): { first: string; second: string } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [first, second] = Array.isArray(parts) ? (parts as unknown[]) : [];
    const instant = first === 'infinity' || (typeof first === 'string' && !Number.isNaN(Date.parse(first)));
    if (instant && typeof second === 'string' && !second.includes('\0')) return { first, second };
  } catch {
    // Said below.
  }
  throw invalidField('cursor', 'Kursor tidak dikenal');
}

/** A cursor that is a number: an id or a seq. */
export function fromNumberCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) throw invalidField('cursor', 'Kursor tidak dikenal');
  return Number(cursor);
}
