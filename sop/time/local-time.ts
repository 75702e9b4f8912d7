// An instant in words of an office's own zone.
import { type Zone, zones } from '../offices.ts';

/** `iso` (any offset) as e.g. `2026-11-24 16:00 WIB`. */
export function localTime(iso: string, zone: Zone): string {
  const { hours, name } = zones[zone];
  const local = new Date(Date.parse(iso) + hours * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${name}`;
}
