// What a demo report's path is made of, by the demo people's names.
import type { ReporterAction } from '../../sop/terms.ts';

export type Who = 'nasional' | 'instansi' | 'instansi2' | 'eselon1' | 'eselon1b' | 'upt' | 'upt2';

/**
 * An office's decision (`to`: whose office it goes to; `repeats`: rejected as a duplicate of the report driven before), the
 * reporter's word or rating, or the number under which another system knows the report: its own, since a demo may be driven again and again. Beside the report an office asks another
 * one, which answers, or withdraws its question. Ops found an office, which joins another: of its own for each report.
 */
export type Move =
  | { who: Who; source: string }
  | { who: Who; asks: Who; question: string }
  | { who: Who; advises: string }
  | { who: Who; withdraws: true }
  | { founds: string; below: Who }
  | { joins: Who }
  | { who: 'pelapor'; score: number; comment?: string }
  | {
      who: Who;
      action: string;
      to?: Who | 'founded';
      reason?: string;
      text?: string;
      changes?: Record<string, unknown>;
    }
  | { who: 'pelapor'; type: ReporterAction; text?: string }
  | { who: Who; repeats: 'previous' };

export interface Path {
  /** What the path shows, with the rows and readings it takes. */
  name: string;
  /** Filed straight to this office's agency (SOP 3). */
  agency?: Who;
  moves: Move[];
}

export const toAgency: Move = { who: 'nasional', action: 'dispose', to: 'instansi' };
export const agencyReceives: Move = { who: 'instansi', action: 'receive' };
export const toEchelon1: Move = { who: 'instansi', action: 'accept', to: 'eselon1' };
export const responds: Move = {
  who: 'eselon1',
  action: 'respond',
  text: 'Laporan Saudara kami terima dan sedang kami verifikasi.',
};
export const echelon1Accepts: Move = { who: 'eselon1', action: 'accept' };
export const echelon1Answers: Move = {
  who: 'eselon1',
  action: 'answer',
  text: 'Hasil pemeriksaan: keluhan Saudara benar dan telah ditindaklanjuti. Perbaikan selesai pekan ini.',
};
export const toUpt: Move = { who: 'eselon1', action: 'dispose', to: 'upt' };
export const uptReceives: Move = { who: 'upt', action: 'receive' };
export const uptAnswers: Move = {
  who: 'upt',
  action: 'answer',
  text: 'Petugas kami telah turun ke lokasi dan menyelesaikan keluhan pada hari ini.',
};
export const isKnownAt = (who: Who, source: string): Move => ({ who, source });
export const rates = (score: number, comment?: string): Move => ({
  who: 'pelapor',
  score,
  ...(comment && { comment }),
});
export const confirms: Move = { who: 'pelapor', type: 'confirmation', text: 'Terima kasih, sudah beres.' };

export const down = [toAgency, agencyReceives, toEchelon1, responds];
