// The words of the procedure, as the SOP has them, and of time.
import type { Confidentiality, OfficeAction, Step } from '../../../../../sop/terms.ts';
import { terms } from '../terms.ts';

const rows: Record<Step, string> = {
  1: 'Laporan masuk',
  2: 'Verifikasi, identifikasi, dan disposisi ke Admin Instansi',
  3: 'Penerimaan laporan oleh Admin Instansi',
  4: 'Verifikasi dan identifikasi oleh Admin Instansi',
  5: 'Disposisi ke Admin Eselon 1',
  6: 'Penerimaan laporan dan respon awal oleh Admin Eselon 1',
  7: 'Verifikasi kewenangan oleh Admin Eselon 1',
  8: 'Tindak lanjut oleh Admin Eselon 1',
  9: 'Penerimaan laporan oleh Admin UPT',
  10: 'Tindak lanjut oleh Admin UPT',
  11: 'Laporan selesai, menunggu penutupan sistem',
};
const confidentialities: Record<Confidentiality, string> = {
  terbuka: 'Terbuka',
  anonim: 'Anonim (identitas hanya untuk Admin Nasional)',
  rahasia: 'Rahasia (isi tidak dipublikasikan)',
};
const actions: Record<OfficeAction, string> = {
  receive: 'Terima',
  accept: 'Kewenangan kami',
  dispose: 'Disposisi',
  return: 'Kembalikan',
  respond: 'Respon awal',
  answer: 'Jawab',
  reject: 'Tolak',
  'request-completion': 'Minta kelengkapan',
  told: 'Catat pemberitahuan',
};
const plural = (count: number, unit: string) => `${count} ${unit}`;

export const words = {
  ...terms,
  rows,
  confidentialities,
  actions,
  /** At row 11 a further word restarts the closing. */
  respondAfterAnswer: 'Pesan lanjutan',
  nobody: 'Belum ada',
  time: {
    days: (count: number) => plural(count, 'hari kerja'),
    hours: (count: number) => plural(count, 'jam'),
    minutes: (count: number) => plural(count, 'menit'),
    working: 'kerja',
    seconds: (count: number) => plural(count, 'detik'),
    lessThanAMinute: 'kurang dari 1 menit kerja',
  },
  standing: {
    fine: (left: string) => `Sisa ${left}`,
    soon: (left: string) => `Segera: sisa ${left}`,
    late: (by: string) => `Lewat ${by}`,
    paused: (_left: string) => 'Jam berhenti: menunggu pelapor',
    closing: (left: string) => `Ditutup sistem dalam ${left}`,
    ended: (_left: string) => 'Sudah berakhir',
    none: (_left: string) => 'Tenggat belum dihitung',
  },
  due: (moment: string) => `Tenggat ${moment}`,
};
