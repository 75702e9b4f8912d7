// An instant in words of an office's own zone.
import { type Zone, zones } from '../offices.ts';
import type { Words } from '../texts/language.ts';

/** `iso` (any offset) as e.g. `2026-11-24 16:00 WIB`. */
export function localTime(iso: string, zone: Zone): string {
  return `${dayIn(iso, zone)} ${local(iso, zone).slice(11, 16)} ${zones[zone].name}`;
}

const months = [
  ['Januari', 'January'],
  ['Februari', 'February'],
  ['Maret', 'March'],
  ['April', 'April'],
  ['Mei', 'May'],
  ['Juni', 'June'],
  ['Juli', 'July'],
  ['Agustus', 'August'],
  ['September', 'September'],
  ['Oktober', 'October'],
  ['November', 'November'],
  ['Desember', 'December'],
] as const;

/**
 * For who reads a notice: `iso` (any offset) as e.g. `24 November 2026 pukul 16.00 WIB`, and `24 November 2026 at 16:00
 * WIB`.
 */
export function localTimeInWords(iso: string, zone: Zone): Words {
  const [year, month, day] = dayIn(iso, zone).split('-');
  const time = local(iso, zone).slice(11, 16);
  const [id, en] = months[Number(month) - 1] ?? months[0];
  const zoneName = zones[zone].name;
  return {
    id: `${Number(day)} ${id} ${year} pukul ${time.replace(':', '.')} ${zoneName}`,
    en: `${Number(day)} ${en} ${year} at ${time} ${zoneName}`,
  };
}

/** The local civil date of an instant, `YYYY-MM-DD`. */
export function dayIn(iso: string, zone: Zone): string {
  return local(iso, zone).slice(0, 10);
}

function local(iso: string, zone: Zone): string {
  return new Date(Date.parse(iso) + zones[zone].hours * 3_600_000).toISOString();
}
