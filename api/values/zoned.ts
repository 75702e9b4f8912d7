// Instants as the contract gives them: RFC 3339 with the offset of the reader's office.
import type { Zone } from '../../sop/offices.ts';

const offsets: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

/** The public reads WIB. */
export const publicZone: Zone = 'Asia/Jakarta';

/** E.g. `2026-11-24T16:00:00.000+07:00`. */
export function zoned(at: Date | string, zone: Zone): string {
  const hours = offsets[zone];
  const local = new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();
  return `${local.slice(0, -1)}+0${hours}:00`;
}

/** The same for what may be absent. */
export function zonedOrNull(at: Date | string | null | undefined, zone: Zone): string | null {
  return at ? zoned(at, zone) : null;
}
