// An instant in words of an office's own zone.
import { type Zone, zones } from '../offices.ts';

/** `iso` (any offset) as e.g. `2026-11-24 16:00 WIB`. */
export function localTime(iso: string, zone: Zone): string {
  return `${dayIn(iso, zone)} ${local(iso, zone).slice(11, 16)} ${zones[zone].name}`;
}

/** The local civil date of an instant, `YYYY-MM-DD`. */
export function dayIn(iso: string, zone: Zone): string {
  return local(iso, zone).slice(0, 10);
}

function local(iso: string, zone: Zone): string {
  return new Date(Date.parse(iso) + zones[zone].hours * 3_600_000).toISOString();
}
