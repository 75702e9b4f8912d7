// Paths beside the straight way (readings 18–22).
import { agencyReceives, down, echelon1Accepts, toAgency, type Path } from './moves.ts';

export const besidePaths: Path[] = [
  {
    name: 'salah unit, ditarik kembali, ke unit lain (bacaan 18)',
    moves: [
      ...down,
      { who: 'instansi', action: 'recall', reason: 'Seharusnya ke unit perizinan.' },
      { who: 'instansi', action: 'accept', to: 'eselon1b' },
    ],
  },
  {
    name: 'jenis diperbaiki, batas keseluruhan berubah (bacaan 19)',
    moves: [
      ...down,
      echelon1Accepts,
      {
        who: 'eselon1',
        action: 'correct',
        reason: 'Isinya permohonan data, bukan pengaduan.',
        changes: { kind: 'informasi', category: 'Data dan informasi' },
      },
    ],
  },
  {
    name: 'ditanya kantor, dijawab dengan pesan (bacaan 20)',
    moves: [
      toAgency,
      { who: 'instansi', action: 'ask', text: 'Di sisi jalan yang mana?' },
      { who: 'pelapor', type: 'message', text: 'Sisi utara, dekat gerbang pasar.' },
      agencyReceives,
    ],
  },
  {
    name: 'duplikat laporan sebelumnya, pelapornya mengikuti laporan asal (bacaan 21)',
    moves: [toAgency, agencyReceives, { who: 'instansi', repeats: 'previous' }],
  },
  {
    name: 'ditolak, pelapor berkeberatan, lalu didisposisikan (bacaan 22)',
    moves: [
      { who: 'nasional', action: 'reject', reason: 'Lokasi dan pelayanannya tidak disebut.' },
      { who: 'pelapor', type: 'objection', text: 'Ini tentang loket 3 kantor pelayanan.' },
      toAgency,
    ],
  },
  {
    name: 'ditarik pelapor (bacaan 20)',
    moves: [toAgency, agencyReceives, { who: 'pelapor', type: 'withdrawal', text: 'Sudah beres.' }],
  },
];
