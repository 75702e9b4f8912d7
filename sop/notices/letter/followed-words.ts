// What an address that follows a report in the register is told of it, in our words alone (reading 33).
import type { Words } from '../../texts/language.ts';

/** To who follows a report in the register: never a word of anybody's, which the register has. */
export const happenedToFollowed: Record<string, Words> = {
  'follow-confirm': {
    id: 'Alamat surel ini dicantumkan untuk mengikuti laporan tersebut di daftar laporan publik.',
    en: 'This e-mail address was given to follow that report in the list of public reports.',
  },
  'follow-first-response': {
    id: 'Laporan yang Anda ikuti mendapat respon awal.',
    en: 'The report that you follow got a first response (respon awal).',
  },
  'follow-hand-over': {
    id: 'Laporan yang Anda ikuti diteruskan ke kantor lain.',
    en: 'The report that you follow was passed on to another office.',
  },
  'follow-lateness': {
    id: 'Penanganan laporan yang Anda ikuti melewati batas waktu.',
    en: 'The report that you follow is past a time limit.',
  },
  'follow-answer': {
    id: 'Laporan yang Anda ikuti sudah dijawab.',
    en: 'The report that you follow has been answered.',
  },
  'follow-end': {
    id: 'Laporan yang Anda ikuti sudah berakhir.',
    en: 'The report that you follow has ended.',
  },
};
