// Cursors of lists: where a page ended, opaque to the reader. What is read here is just what was made here, or refused.
import { invalidField } from '../http/problems.ts';

/** The last item of a page that is ordered by an instant (ISO 8601 UTC) and a number; null: the item has none. */
interface Place {
  at: string | null;
  number: string;
  /** Of a list in groups: where its group stands. */
  group?: string;
}

/** After that item. */
export function toCursor({
  at,
  number,
  group,
}: {
  at: Date | null;
  number: string;
  group?: string | null;
}): string {
  return encode({ at: at?.toISOString() ?? null, number, ...(typeof group === 'string' && { group }) });
}

/** The place of a cursor that `toCursor` made; undefined without one. Throws `invalid-fields`. */
export function fromCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const place = decode(cursor);
  if (!place || encode(place) !== cursor) throw unknownCursor();
  return place;
}

/** The same of a list whose every item has an instant. */
export function fromInstantCursor(cursor: string | undefined): (Place & { at: string }) | undefined {
  const place = fromCursor(cursor);
  if (!place) return undefined;
  const { at } = place;
  if (at === null) throw unknownCursor();
  return { ...place, at };
}

/** The highest of PostgreSQL's integers (int4). */
const lastInteger = 2_147_483_647;

/** A cursor that is a number, an id or a seq, of at most `most`. */
export function fromNumberCursor(cursor: string | undefined, most = lastInteger): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,16}$/.test(cursor) || Number(cursor) > most) throw unknownCursor();
  return Number(cursor);
}

function encode({ at, number, group }: Place): string {
  const parts = group === undefined ? [at, number] : [at, number, group];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(cursor: string): Place | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [at, number, group] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (group !== undefined && (typeof group !== 'string' || !/^[01]/.test(group) || group.includes('\0')))
      return undefined;
    if (typeof number !== 'string' || !/^[\w.-]{1,64}$/.test(number)) return undefined;
    return at === null || isInstant(at) ? { at, number, ...(group !== undefined && { group }) } : undefined;
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
  return invalidField('cursor', { id: 'Kursor tidak dikenal', en: 'Not a cursor that is known' });
}
