// What is added to a report beside its procedure.
import { rating } from '../reporter/rating.ts';

export const additions = {
  rating: {
    title: 'Penilaian pelapor',
    of: rating.of,
    scores: rating.scores,
    by: (office: string, moment: string) => `Untuk jawaban ${office}, ${moment}`,
  },
  references: {
    title: 'Nomor di sistem lain',
    none: 'Belum ada.',
    add: 'Tambah nomor',
    source: 'Sistem',
    sourceWhy: 'Misalnya SP4N-LAPOR!, surat, call center',
    number: 'Nomor',
    numberWhy: 'Seperti tertulis di sana. Tidak dapat dihapus lagi.',
    submit: 'Simpan nomor',
    saved: 'Nomor tersimpan.',
    noColon: 'Tanpa titik dua',
    by: (who: string, moment: string) => `${who}, ${moment}`,
  },
};
