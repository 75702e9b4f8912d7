// reading 33: what an address that nobody confirmed is told: the number and what happened, in our words alone.
import type { Message } from '../notices/notices.ts';
import { told } from '../notices/told.ts';

/** `follower`: of a report in the register. */
export type ReaderKind = 'reporter' | 'follower' | 'officer' | 'office';

/** Of what a reporter's address is told once they gave another one. */
export const partingKind = 'address-changed';

const withdrawalKind = 'withdrawal';
const confirmedKind = 'address-confirmed';

/** By the kind of notification: to the reporter. */
const happened: Record<string, string> = {
  receipt: 'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
  'first-response': 'Ada respon awal atas laporan Anda.',
  answer: 'Laporan Anda sudah dijawab.',
  'completion-request': 'Kami memerlukan kelengkapan dari Anda agar laporan dapat dilanjutkan.',
  rejection: 'Laporan Anda tidak dapat diproses.',
  repeated: 'Ada laporan serupa yang digabungkan dengan laporan Anda.',
  recall: 'Laporan Anda ditarik kembali untuk diverifikasi ulang.',
  correction: 'Data laporan Anda diperbaiki.',
  extension: 'Batas waktu penanganan laporan Anda diperpanjang.',
  question: 'Kami punya pertanyaan tentang laporan Anda.',
  closing: 'Laporan Anda sudah berakhir.',
  'hand-over': 'Laporan Anda diteruskan ke kantor lain.',
  lateness: 'Penanganan laporan Anda melewati batas waktu.',
  [withdrawalKind]:
    'Laporan diakhiri karena ditarik dengan kunci akses pelapor. Laporan baru dapat disampaikan kapan saja.',
  [partingKind]:
    'Alamat surel untuk laporan ini diganti dengan kunci akses pelapor. Kabar berikutnya tidak lagi dikirim ke alamat ini. Bila bukan Anda yang menggantinya, sampaikan kepada kantor yang menangani laporan.',
  'confirm-address': 'Alamat surel ini dicantumkan pada laporan tersebut dan belum dikonfirmasi.',
  [confirmedKind]: 'Alamat surel ini sudah dikonfirmasi; kabar berikutnya kami kirim lengkap ke sini.',
};

/** To who follows a report in the register: never a word of anybody's, which the register has. */
const toFollower: Record<string, string> = {
  'follow-confirm': 'Alamat surel ini dicantumkan untuk mengikuti laporan tersebut di daftar laporan publik.',
  'follow-first-response': 'Laporan yang Anda ikuti mendapat respon awal.',
  'follow-answer': 'Laporan yang Anda ikuti sudah dijawab.',
  'follow-end': 'Laporan yang Anda ikuti sudah berakhir.',
};

/** Without title, name or text of anybody. `number` null: an officer's notice that speaks of no one report. */
export function ownWordsOf(kind: string, number: string | null, is: ReaderKind) {
  if (is === 'follower') {
    const subject =
      kind === 'follow-confirm' ? 'Konfirmasi: ikuti laporan' : 'Kabar tentang laporan yang Anda ikuti:';
    return { subject: `${subject} ${number ?? ''}`, ...told(toFollower[kind] ?? 'Ada kabar baru.') };
  }
  if (is !== 'reporter') {
    const subject =
      kind === 'confirm-address' ? 'Konfirmasi alamat surel Anda' : 'Pemberitahuan baru di Tuntas';
    const words =
      kind === 'confirm-address'
        ? 'Alamat ini didaftarkan untuk menerima pemberitahuan petugas.'
        : 'Ada pemberitahuan baru untuk Anda di Tuntas; isinya ada di dalam aplikasi.';
    return { subject: number === null ? subject : `${subject}: ${number}`, ...told(words) };
  }
  const words = happened[kind] ?? 'Ada kabar baru tentang laporan Anda.';
  return {
    subject: `${kind === 'receipt' ? 'Laporan Anda diterima' : 'Kabar tentang laporan Anda'}: ${number ?? ''}`,
    ...told(words),
  };
}

/** What goes to whoever was named as the reporter before anybody has read the report, by nobody's doing but the sender's. */
export const alwaysInOwnWords = (kind: string) =>
  kind === 'receipt' ||
  kind === withdrawalKind ||
  kind === 'confirm-address' ||
  kind === confirmedKind ||
  kind === partingKind;

/** Whether the mail is one to keep: by its link one comes back to the report. */
export const isWayBack = (kind: string) => kind === 'receipt' || kind === confirmedKind;

/** A request for completion is never held back: the reporter's time may run. */
export const alwaysGoes = (kind: string) => kind === 'completion-request';

/** Asks for the press on the link in the mail; stands in an officer's in-app inbox too. */
export const confirmAddress = {
  toReporter: (number: string): Message => ({
    kind: 'confirm-address',
    subject: `Konfirmasi alamat surel untuk laporan ${number}`,
    ...told('Tekan tautan konfirmasi dalam surel ini.'),
  }),
  toOfficer: (): Message => ({
    kind: 'confirm-address',
    subject: 'Konfirmasi alamat surel Anda',
    ...told(
      'Alamat surel Anda untuk pemberitahuan diubah. Kami mengirim tautan konfirmasi ke alamat itu; sebelum ditekan, surel hanya mengabarkan bahwa ada pemberitahuan.',
      'Bila bukan Anda yang mengubahnya, beri tahu petugas operasional.',
    ),
  }),
};

/** To the address that was the reporter's. */
export function addressChanged(number: string): Message {
  return inOwnWords(partingKind, number);
}

/** To the address that was just confirmed: the link to the report, which no mail before had (reading 33). */
export function addressConfirmed(number: string): Message {
  return inOwnWords(confirmedKind, number);
}

/** To the reporter of a report that was withdrawn (reading 20). */
export function withdrawnByKey(number: string): Message {
  return inOwnWords(withdrawalKind, number);
}

function inOwnWords(kind: string, number: string): Message {
  return { kind, ...ownWordsOf(kind, number, 'reporter') };
}

/** To who follows a report in the register, of what became of it, or to confirm the address. */
export function toRegisterFollower(
  what: 'confirm' | 'first-response' | 'answer' | 'end',
  number: string,
): Message {
  const kind = `follow-${what}`;
  return { kind, ...ownWordsOf(kind, number, 'follower') };
}
