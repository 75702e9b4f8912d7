// Cursors of lists: where a page ended, opaque to the reader. What is read here is just what was made here, or refused.
import { invalidField } from '../http/problems.ts';

/** The last item of a page that is ordered by an instant (ISO 8601 UTC) and a number; null: the item has none. */
interface Place {
  at: string | null;
  number: string;
}

/** After that item. */
export function toCursor({ at, number }: { at: Date | null; number: string }): string {
  return encode({ at: at?.toISOString() ?? null, number });
}

/** The place of a cursor that `toCursor` made; undefined without one. Throws `invalid-fields`. */
export function fromCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const place = decode(cursor);
  if (!place || encode(place) !== cursor) throw unknownCursor();
  return place;
}

/** The same of a list whose every item has an instant. */
export function fromInstantCursor(cursor: string | undefined): { at: string; number: string } | undefined {
  const place = fromCursor(cursor);
  if (!place) return undefined;
  const { at, number } = place;
  if (at === null) throw unknownCursor();
  return { at, number };
}

/** A cursor that is a number, an id or a seq, of at most `most`. */
export function fromNumberCursor(cursor: string | undefined, most: number): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,16}$/.test(cursor) || Number(cursor) > most) throw unknownCursor();
  return Number(cursor);
}

function encode({ at, number }: Place): string {
  return Buffer.from(JSON.stringify([at, number])).toString('base64url');
}

function decode(cursor: string): Place | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [at, number] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (typeof number !== 'string' || !/^[\w.-]{1,64}$/.test(number)) return undefined;
    return at === null || isInstant(at) ? { at, number } : undefined;
  } catch {
    return undefined;
  }
}

/** As `toISOString` writes the years that PostgreSQL reads. */
function isInstant(at: unknown): at is string {
  return (
    typeof at === 'string' &&
    /^(?!0000)\d{4}-/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    new Date(at).toISOString() === at
  );
}

function unknownCursor() {
  return invalidField('cursor', 'Kursor tidak dikenal');
}
