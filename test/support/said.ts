// What an office says where a test is about something else: of substance (reading 32), whatever it is about.
import type { Action } from '../../sop/terms.ts';

export const goodAnswer = 'Sudah kami tangani sampai selesai dan kami periksa kembali.';
export const goodFirstResponse = 'Laporan Anda kami terima dan kami periksa.';

/** The text of a decision. */
export function wordsOf(action: Action): string {
  if (action === 'answer') return goodAnswer;
  return action === 'respond' ? goodFirstResponse : 'isi';
}
