// What happened to reports beyond the straight way, as superiors count it.
import type { BeyondFigure } from '../../../../../sop/beside/beyond.ts';

export const beyond: Record<BeyondFigure, string> = {
  recalling: 'Menarik kembali laporan',
  recalled: 'Laporannya ditarik kembali',
  correcting: 'Memperbaiki data laporan',
  extending: 'Memperpanjang batas waktu',
  consulting: 'Meminta konsultasi',
  consulted: 'Diminta konsultasi',
  consultedLate: 'Terlambat memberi konsultasi',
  objectedUpward: 'Keberatan naik ke kantor di atas',
};
