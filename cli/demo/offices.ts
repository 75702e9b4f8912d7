// Paths on which offices ask each other (reading 24), and one joins another (reading 27).
import { down, echelon1Accepts, echelon1Answers, uptAnswers, uptReceives, type Path } from './moves.ts';

export const officePaths: Path[] = [
  {
    name: 'unit lain dimintai pendapat, menjawab; yang kedua ditarik (bacaan 24)',
    moves: [
      ...down,
      echelon1Accepts,
      { who: 'eselon1', asks: 'eselon1b', question: 'Apakah galian ini berizin?' },
      { who: 'eselon1b', advises: 'Ya, izinnya terbit bulan lalu.' },
      { who: 'eselon1', asks: 'upt', question: 'Apakah petugas sudah ke lokasi?' },
      { who: 'eselon1', withdraws: true },
      echelon1Answers,
    ],
  },
  {
    name: 'pendapat belum dijawab ketika laporan diteruskan ke UPT (bacaan 24)',
    moves: [
      ...down,
      echelon1Accepts,
      { who: 'eselon1', asks: 'instansi', question: 'Adakah kebijakan instansi tentang hal ini?' },
      { who: 'eselon1', action: 'dispose', to: 'upt' },
      uptReceives,
    ],
  },
  {
    name: 'UPT bergabung ke UPT lain, laporannya ikut pindah (bacaan 27)',
    moves: [
      ...down,
      { founds: 'UPT Pelayanan Cimahi', below: 'eselon1' },
      { who: 'eselon1', action: 'dispose', to: 'founded' },
      { joins: 'upt' },
      uptReceives,
      uptAnswers,
    ],
  },
];
