// How satisfied the reporter is.
import type { Score } from '../../../../../sop/beside/rating.ts';

export const rating = {
  title: 'Seberapa puas Anda?',
  lead: 'Nilailah jawaban atas laporan Anda. Tidak wajib, dan hanya kantor yang melihat pesan Anda.',
  stars: 'Nilai',
  scores: {
    1: 'Sangat tidak puas',
    2: 'Tidak puas',
    3: 'Cukup',
    4: 'Puas',
    5: 'Sangat puas',
  } satisfies Record<Score, string> as Record<Score, string>,
  of: (score: Score, words: string) => `${score} dari 5: ${words}`,
  choose: 'Pilih satu sampai lima bintang',
  comment: 'Pesan (tidak wajib)',
  send: 'Kirim nilai',
  change: 'Ubah nilai',
  done: 'Terima kasih, nilai Anda sudah dicatat',
  yours: 'Nilai Anda',
  until: (moment: string) => `Dapat diubah sampai ${moment}.`,
  noToken: 'Tautan ini tidak lengkap. Buka lagi tautan dari surel.',
  once: 'Tautan ini berlaku satu kali; setelah itu nilai dapat diubah dengan kunci akses.',
  follow: (number: string) => `Ikuti laporan ${number} dengan kunci akses`,
};
