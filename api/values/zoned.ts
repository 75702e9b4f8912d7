// Instants as the contract gives them: RFC 3339 with the offset of the reader's office.
import { offsetOf, type Zone, zones } from '../../sop/offices.ts';

/** E.g. `2026-11-24T16:00:00.000+07:00`. */
export function zoned(at: Date | string, zone: Zone): string {
  const local = new Date(new Date(at).getTime() + zones[zone].hours * 3_600_000).toISOString();
  return `${local.slice(0, -1)}${offsetOf(zone)}`;
}

/** The same for what may be absent. */
export function zonedOrNull(at: Date | string | null | undefined, zone: Zone): string | null {
  return at ? zoned(at, zone) : null;
}

/** A deadline that moves, in that zone. */
export function zonedMove<Move extends { old: string; new: string }>(move: Move, zone: Zone): Move {
  return { ...move, old: zoned(move.old, zone), new: zoned(move.new, zone) };
}

type Zoned<T> = T extends Date ? string : T extends object ? { [Name in keyof T]: Zoned<T[Name]> } : T;

/** All dates in it, however deep, in that zone. */
export function zonedAll<T>(value: T, zone: Zone): Zoned<T> {
  return deep(value, zone) as Zoned<T>;
}

function deep(value: unknown, zone: Zone): unknown {
  if (value instanceof Date) return zoned(value, zone);
  if (Array.isArray(value)) return value.map((one) => deep(one, zone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deep(one, zone)]));
}
