// An instant in words of an office's own zone.
import { type Zone, zones } from '../offices.ts';

/** `iso` (any offset) as e.g. `2026-11-24 16:00 WIB`. */
export function localTime(iso: string, zone: Zone): string {
  return `${dayIn(iso, zone)} ${local(iso, zone).slice(11, 16)} ${zones[zone].name}`;
}

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** For who reads a notice: `iso` (any offset) as e.g. `24 November 2026 pukul 16.00 WIB`. */
export function localTimeInWords(iso: string, zone: Zone): string {
  const [year, month, day] = dayIn(iso, zone).split('-');
  const time = local(iso, zone).slice(11, 16).replace(':', '.');
  return `${Number(day)} ${months[Number(month) - 1]} ${year} pukul ${time} ${zones[zone].name}`;
}

/** The local civil date of an instant, `YYYY-MM-DD`. */
export function dayIn(iso: string, zone: Zone): string {
  return local(iso, zone).slice(0, 10);
}

function local(iso: string, zone: Zone): string {
  return new Date(Date.parse(iso) + zones[zone].hours * 3_600_000).toISOString();
}
