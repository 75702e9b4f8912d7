// How satisfied reporters are, in figures.
import { rating } from '../reporter/rating.ts';

export const satisfaction = {
  title: 'Kepuasan pelapor',
  why: 'Nilai terakhir tiap laporan, untuk kantor yang jawabannya berlaku saat itu. Yang paling rendah dahulu.',
  none: 'Belum ada penilaian pada rentang ini.',
  office: 'Kantor',
  kind: 'Jenis',
  score: 'Nilai',
  mean: 'Rata-rata',
  number: 'Penilaian',
  tile: 'Dinilai pelapor',
  meanOf: (mean: string) => `Rata-rata ${mean} dari 5`,
  comments: {
    title: 'Kata pelapor',
    why: 'Yang ditulis pelapor saat menilai jawaban kantor dalam bagian ini, yang terbaru dahulu.',
    report: 'Laporan',
    said: 'Kata pelapor',
  },
  scores: rating.scores as Record<string, string>,
};
