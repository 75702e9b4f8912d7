// An instant in words of an office's own zone.
import type { Zone } from '../offices.ts';

const zoneWords: Record<Zone, { hours: number; name: string }> = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
};

/** As people call it: WIB, WITA or WIT. */
export function zoneName(zone: Zone): string {
  return zoneWords[zone].name;
}

/** `iso` (any offset) as e.g. `2026-11-24 16:00 WIB`. Indonesia has no daylight saving, so fixed offsets do. */
export function localTime(iso: string, zone: Zone): string {
  const { hours, name } = zoneWords[zone];
  const local = new Date(Date.parse(iso) + hours * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${name}`;
}
