// Start here: the eleven rows of the SOP as one table. `rows/` says what each decision does, `deadline.ts` when a row is late.
import type { Action, Level, Step } from './terms.ts';

export interface Row {
  step: Step;
  /** Pelaksana: the level that holds the report at this row. */
  holder: Level | 'system';
  /** What people read. */
  name: string;
  /** Kelengkapan → Output, the record this row leaves. */
  output: string;
  /** The decisions open to the holder; at row 11 also the reporter's. */
  decisions: readonly Action[];
}

/** SOP 1–11, with the readings' additions (8–12) among the decisions. */
export const procedure: Record<Step, Row> = {
  1: { step: 1, holder: 'system', name: 'Laporan masuk', output: 'Laporan masuk', decisions: [] },
  2: {
    step: 2,
    holder: 'national',
    name: 'Verifikasi, identifikasi, dan disposisi ke Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    decisions: ['dispose', 'reject', 'request-completion'],
  },
  3: {
    step: 3,
    holder: 'agency',
    name: 'Penerimaan laporan oleh Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    decisions: ['receive'],
  },
  4: {
    step: 4,
    holder: 'agency',
    name: 'Verifikasi dan identifikasi oleh Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    decisions: ['accept', 'return', 'request-completion'],
  },
  5: {
    step: 5,
    holder: 'agency',
    name: 'Disposisi ke Admin Eselon 1',
    output: 'Disposisi Laporan Instansi',
    decisions: ['dispose', 'request-completion'],
  },
  6: {
    step: 6,
    holder: 'echelon1',
    name: 'Penerimaan laporan dan respon awal oleh Admin Eselon 1',
    output: 'Disposisi Laporan Instansi',
    decisions: ['receive', 'respond'],
  },
  7: {
    step: 7,
    holder: 'echelon1',
    name: 'Verifikasi kewenangan oleh Admin Eselon 1',
    output: 'Disposisi Laporan Unit Eselon 1',
    decisions: ['accept', 'dispose', 'return', 'respond'],
  },
  8: {
    step: 8,
    holder: 'echelon1',
    name: 'Tindak lanjut oleh Admin Eselon 1',
    output: 'Jawaban/Tindak Lanjut Substantif',
    decisions: ['answer', 'dispose', 'respond'],
  },
  9: {
    step: 9,
    holder: 'upt',
    name: 'Penerimaan laporan oleh Admin UPT',
    output: 'Disposisi Laporan Unit Eselon 1',
    decisions: ['receive', 'return'],
  },
  10: {
    step: 10,
    holder: 'upt',
    name: 'Tindak lanjut oleh Admin UPT',
    output: 'Jawaban/Tindak Lanjut Substantif',
    decisions: ['answer', 'return'],
  },
  11: {
    step: 11,
    holder: 'system',
    name: 'Laporan selesai, menunggu penutupan sistem',
    output: 'Laporan selesai/ditutup sistem',
    decisions: ['respond', 'reply', 'objection', 'confirmation'],
  },
};
