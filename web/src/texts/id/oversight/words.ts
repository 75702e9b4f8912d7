// The words that figures and rules share: steps in short, clocks, office time, zones.
import { zones } from '../../../../../sop/offices.ts';
import type { Step } from '../../../../../sop/terms.ts';
import { clocks } from '../clocks.ts';
import { terms } from '../terms.ts';

const steps: Record<Step, string> = {
  1: 'Laporan masuk',
  2: 'Verifikasi dan disposisi nasional',
  3: 'Penerimaan oleh instansi',
  4: 'Verifikasi oleh instansi',
  5: 'Disposisi ke Eselon 1',
  6: 'Penerimaan dan respon awal Eselon 1',
  7: 'Verifikasi kewenangan Eselon 1',
  8: 'Tindak lanjut Eselon 1',
  9: 'Penerimaan oleh UPT',
  10: 'Tindak lanjut UPT',
  11: 'Selesai, menunggu penutupan',
};
const zoneNames: Record<string, string> = Object.fromEntries(
  Object.entries(zones).map(([zone, { name }]) => [zone, name]),
);

/** `1 jam 30 mnt`; a part that is nothing is left out. */
export function hoursAndMinutes(total: number, hour: string, minute: string): string {
  const whole = Math.round(total);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  const parts = [hours && `${hours} ${hour}`, (minutes || !hours) && `${minutes} ${minute}`];
  return parts.filter(Boolean).join(' ');
}

export const words = {
  ...terms,
  steps,
  zones: zoneNames,
  clock: clocks,
  /** Minutes of office time. */
  officeTime: (minutes: number) => hoursAndMinutes(minutes, 'jam', 'mnt'),
};
