// The words of the procedure, as the SOP has them, and of time.
import { rows } from '../../../../../sop/procedure.ts';
import { actionNames, type Confidentiality, type OfficeAction, type Step } from '../../../../../sop/terms.ts';
import { terms } from '../terms.ts';

const rowNames = Object.fromEntries(rows.map(({ step, name }) => [step, name])) as Record<Step, string>;
const confidentialities: Record<Confidentiality, string> = {
  terbuka: 'Terbuka',
  anonim: 'Anonim (identitas hanya untuk Admin Nasional)',
  rahasia: 'Rahasia (isi tidak dipublikasikan)',
};
const plural = (count: number, unit: string) => `${count} ${unit}`;

export const words = {
  ...terms,
  rows: rowNames,
  confidentialities,
  actions: actionNames as Record<OfficeAction, string>,
  /** At row 11 a further word restarts the closing. */
  respondAfterAnswer: 'Pesan lanjutan',
  nobody: 'Belum ada',
  time: {
    days: (count: number) => plural(count, 'hari kerja'),
    calendarDays: (count: number) => plural(count, 'hari kalender'),
    hours: (count: number) => plural(count, 'jam'),
    minutes: (count: number) => plural(count, 'menit'),
    working: 'kerja',
    seconds: (count: number) => plural(count, 'detik'),
    lessThanAMinute: 'kurang dari 1 menit kerja',
    aMinute: '<1 menit',
  },
  soon: 'Segera: ',
  standing: {
    fine: (left: string) => `Sisa ${left}`,
    soon: (left: string) => `Segera: sisa ${left}`,
    late: (by: string) => `Lewat ${by}`,
    paused: (_left: string) => 'Jam berhenti: menunggu pelapor',
    closing: (left: string) => `Ditutup sistem dalam ${left}`,
    rejected: (_left: string) => 'Ditolak, keberatan masih terbuka',
    ended: (_left: string) => 'Sudah berakhir',
    none: (_left: string) => 'Tenggat belum dihitung',
  },
  /** reading 30. */
  marked: (when: string, provisional: boolean) =>
    provisional ? `${when} (sementara: hari libur tahun itu belum ditetapkan)` : when,
  objectionsUntil: (moment: string) => `Sampai ${moment}`,
  due: (moment: string) => `Tenggat ${moment}`,
};
